-- A hint somebody looked at and left as it is, in one section of one postmortem. "mark" is a digest of the words.
CREATE TABLE "HintDismissal" (
    "id" UUID NOT NULL,
    "postmortemId" UUID NOT NULL,
    "section" TEXT NOT NULL,
    "rule" TEXT NOT NULL,
    "mark" TEXT NOT NULL,
    "reason" TEXT NOT NULL DEFAULT '',
    "dismissedById" UUID,
    "dismissedAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "HintDismissal_pkey" PRIMARY KEY ("id")
);
CREATE UNIQUE INDEX "HintDismissal_postmortemId_section_rule_mark_key" ON "HintDismissal"("postmortemId", "section", "rule", "mark");
ALTER TABLE "HintDismissal" ADD CONSTRAINT "HintDismissal_postmortemId_fkey" FOREIGN KEY ("postmortemId") REFERENCES "Postmortem"("id") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "HintDismissal" ADD CONSTRAINT "HintDismissal_mark_is_a_digest" CHECK ("mark" ~ '^[0-9a-f]{16}$');
ALTER TABLE "HintDismissal" ADD CONSTRAINT "HintDismissal_names_a_rule" CHECK ("rule" ~ '^[a-z0-9.-]{1,60}$');

-- What the organisation decided not to be told again: a rule, or a rule about one phrase. An empty phrase is the whole rule.
CREATE TABLE "HintException" (
    "id" UUID NOT NULL,
    "rule" TEXT NOT NULL,
    "phrase" TEXT NOT NULL DEFAULT '',
    "reason" TEXT NOT NULL,
    "addedById" UUID,
    "addedAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "HintException_pkey" PRIMARY KEY ("id")
);
CREATE UNIQUE INDEX "HintException_rule_phrase_key" ON "HintException"("rule", "phrase");
ALTER TABLE "HintException" ADD CONSTRAINT "HintException_gives_a_reason" CHECK (trim("reason") <> '');
ALTER TABLE "HintException" ADD CONSTRAINT "HintException_names_a_rule" CHECK ("rule" ~ '^[a-z0-9.-]{1,60}$');
