-- Entries of the register, exercises and what was retracted can be found from now on: what there is already is indexed once.
INSERT INTO "Outbox" ("id", "topic", "subjectKind", "subjectId", "createdAt", "availableAt")
  SELECT gen_random_uuid(), 'changed', known."kind", known."id", now(), now() FROM (
    SELECT 'risk' AS "kind", "id" FROM "Risk"
    UNION ALL SELECT 'exercise', "id" FROM "Exercise"
    UNION ALL SELECT 'postmortem', "id" FROM "Postmortem" WHERE "state" = 'retracted') known;
