-- When something first showed an item: a report counts that among all that were ever done, and their evidence is many rows.
ALTER TABLE "ActionItem" ADD COLUMN "shownAt" TIMESTAMPTZ(3);
UPDATE "ActionItem" i SET "shownAt" = (SELECT min(e."at") FROM "ItemEvidence" e WHERE e."actionItemId" = i."id");

CREATE FUNCTION item_evidence_derive() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public AS $$
BEGIN
  UPDATE "ActionItem" SET "shownAt" = least("shownAt", NEW."at") WHERE "id" = NEW."actionItemId";
  RETURN NULL;
END $$;
CREATE TRIGGER derive AFTER INSERT ON "ItemEvidence" FOR EACH ROW EXECUTE FUNCTION item_evidence_derive();
