-- What people edit is the working title. The title everybody reads, in lists, links and search, is the newest published
-- one, and the working one only until the first publication. It is derived here, so that no query can show the other.
ALTER TABLE "Postmortem" ADD COLUMN "workingTitle" TEXT NOT NULL DEFAULT '';

CREATE FUNCTION postmortem_title() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public AS $$
BEGIN
  -- A postmortem is begun with one title.
  IF NEW."workingTitle" = '' THEN NEW."workingTitle" := NEW."title"; END IF;
  NEW."title" := coalesce(
    (SELECT r."content"->>'title' FROM "Publication" p JOIN "Revision" r ON r."id" = p."revisionId"
      WHERE p."postmortemId" = NEW."id" ORDER BY p."publishedAt" DESC, p."id" DESC LIMIT 1),
    NEW."workingTitle");
  RETURN NEW;
END $$;
-- Also when it is published: deriving the state updates the row.
CREATE TRIGGER title BEFORE INSERT OR UPDATE ON "Postmortem" FOR EACH ROW EXECUTE FUNCTION postmortem_title();
UPDATE "Postmortem" SET "workingTitle" = "title";

-- It writes as the owner, for its triggers alone.
REVOKE EXECUTE ON FUNCTION postmortem_derive_state(uuid) FROM PUBLIC;
