-- How a section came from one version to the next. The primary key is the authority: of two who write version 8, one is second.
CREATE TABLE "SectionUpdate" (
    "postmortemId" UUID NOT NULL,
    "key" TEXT NOT NULL,
    "version" INTEGER NOT NULL,
    "client" TEXT NOT NULL,
    "personId" UUID,
    "changes" JSONB NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "SectionUpdate_pkey" PRIMARY KEY ("postmortemId","key","version")
);
CREATE INDEX "SectionUpdate_at_idx" ON "SectionUpdate"("at");
ALTER TABLE "SectionUpdate" ADD CONSTRAINT "SectionUpdate_postmortemId_key_fkey" FOREIGN KEY ("postmortemId", "key") REFERENCES "Section"("postmortemId", "key") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "SectionUpdate" ADD CONSTRAINT "SectionUpdate_client_is_short" CHECK ("client" <> '' AND length("client") <= 80);

-- People who have the section open follow its updates, so a text that changed without one would leave them with another text.
CREATE FUNCTION section_text_is_explained() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public AS $$
BEGIN
  IF NEW."body" IS DISTINCT FROM OLD."body" AND NOT EXISTS (
    SELECT 1 FROM "SectionUpdate" u WHERE u."postmortemId" = NEW."postmortemId" AND u."key" = NEW."key" AND u."version" = NEW."version"
  ) THEN
    RAISE EXCEPTION 'The text of a section changes together with an update that says how: use lib/documents/replace.ts.';
  END IF;
  RETURN NULL;
END $$;
CREATE CONSTRAINT TRIGGER section_text_is_explained AFTER UPDATE ON "Section" DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION section_text_is_explained();
