-- What colleagues say about a text while it is written, and what they propose to write instead.
CREATE TYPE "ResolutionOutcome" AS ENUM ('resolved', 'accepted', 'declined');

CREATE TABLE "Thread" (
    "id" UUID NOT NULL,
    "postmortemId" UUID NOT NULL,
    "sectionKey" TEXT NOT NULL,
    "version" INTEGER,
    "from" INTEGER,
    "to" INTEGER,
    "quote" TEXT NOT NULL DEFAULT '',
    "replacement" TEXT,
    "startedAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "Thread_pkey" PRIMARY KEY ("id")
);

CREATE TABLE "Comment" (
    "id" UUID NOT NULL,
    "threadId" UUID NOT NULL,
    "personId" UUID NOT NULL,
    "writtenAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "Comment_pkey" PRIMARY KEY ("id")
);

CREATE TABLE "CommentWording" (
    "commentId" UUID NOT NULL,
    "ordinal" INTEGER NOT NULL,
    "text" TEXT,
    "writtenAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "CommentWording_pkey" PRIMARY KEY ("commentId","ordinal")
);

CREATE TABLE "Resolution" (
    "threadId" UUID NOT NULL,
    "outcome" "ResolutionOutcome" NOT NULL,
    "note" TEXT NOT NULL DEFAULT '',
    "resolvedById" UUID,
    "resolvedAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "Resolution_pkey" PRIMARY KEY ("threadId")
);

CREATE INDEX "Thread_postmortemId_startedAt_id_idx" ON "Thread"("postmortemId", "startedAt", "id");

CREATE INDEX "Comment_threadId_writtenAt_idx" ON "Comment"("threadId", "writtenAt");

CREATE INDEX "Comment_personId_idx" ON "Comment"("personId");

ALTER TABLE "Thread" ADD CONSTRAINT "Thread_postmortemId_fkey" FOREIGN KEY ("postmortemId") REFERENCES "Postmortem"("id") ON DELETE CASCADE ON UPDATE CASCADE;

ALTER TABLE "Comment" ADD CONSTRAINT "Comment_threadId_fkey" FOREIGN KEY ("threadId") REFERENCES "Thread"("id") ON DELETE CASCADE ON UPDATE CASCADE;

ALTER TABLE "Comment" ADD CONSTRAINT "Comment_personId_fkey" FOREIGN KEY ("personId") REFERENCES "Person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

ALTER TABLE "CommentWording" ADD CONSTRAINT "CommentWording_commentId_fkey" FOREIGN KEY ("commentId") REFERENCES "Comment"("id") ON DELETE CASCADE ON UPDATE CASCADE;

ALTER TABLE "Resolution" ADD CONSTRAINT "Resolution_threadId_fkey" FOREIGN KEY ("threadId") REFERENCES "Thread"("id") ON DELETE CASCADE ON UPDATE CASCADE;

ALTER TABLE "Resolution" ADD CONSTRAINT "Resolution_resolvedById_fkey" FOREIGN KEY ("resolvedById") REFERENCES "Person"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- What no door may get past.
ALTER TABLE "Thread" ADD CONSTRAINT "Thread_place_is_whole" CHECK (("version" IS NULL) = ("from" IS NULL) AND ("version" IS NULL) = ("to" IS NULL) AND ("version" IS NULL) = ("quote" = ''));
ALTER TABLE "Thread" ADD CONSTRAINT "Thread_place_has_length" CHECK ("from" >= 0 AND "from" < "to");
ALTER TABLE "Thread" ADD CONSTRAINT "Thread_replaces_something" CHECK ("replacement" IS NULL OR "replacement" <> "quote" AND "quote" <> '');
ALTER TABLE "CommentWording" ADD CONSTRAINT "CommentWording_says_something" CHECK ("text" <> '' AND "ordinal" >= 1);

-- What was said stays as it was; a correction is another wording, and taking it back one without words.
CREATE TRIGGER append_only BEFORE UPDATE ON "Thread" FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER append_only BEFORE UPDATE ON "Comment" FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER append_only BEFORE UPDATE ON "CommentWording" FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER append_only BEFORE UPDATE ON "Resolution" FOR EACH ROW EXECUTE FUNCTION refuse_change();
