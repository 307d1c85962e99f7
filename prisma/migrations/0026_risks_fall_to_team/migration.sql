-- An open entry of the register has a team that answers for it on the day its owner leaves, as an action item has.
CREATE FUNCTION risks_fall_to_team() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public AS $$
BEGIN
  INSERT INTO "Event" ("id", "at", "name", "actorKind", "subjectKind", "subjectId", "data", "requestId")
    SELECT gen_random_uuid(), NEW."deactivatedAt", 'risk.fell_to_team', 'system', 'risk', r."id", '{}', 'deactivation'
      FROM "Risk" r WHERE r."ownerId" = NEW."id" AND NOT r."closed";
  UPDATE "Risk" SET "ownerId" = NULL, "version" = "version" + 1, "updatedAt" = NEW."deactivatedAt"
    WHERE "ownerId" = NEW."id" AND NOT "closed";
  RETURN NULL;
END $$;
CREATE TRIGGER risks_fall_to_team AFTER UPDATE OF "deactivatedAt" ON "Person" FOR EACH ROW
  WHEN (OLD."deactivatedAt" IS NULL AND NEW."deactivatedAt" IS NOT NULL) EXECUTE FUNCTION risks_fall_to_team();
