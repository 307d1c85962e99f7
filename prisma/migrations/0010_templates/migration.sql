-- Templates an organisation changed or wrote itself. Shipped ones are files of the release, so a row without content
-- says that from here on the shipped one counts again.
CREATE TYPE "TemplateOrigin" AS ENUM ('shipped', 'organization');

CREATE TABLE "TemplateVersion" (
    "id" UUID NOT NULL,
    "key" TEXT NOT NULL,
    "version" INTEGER NOT NULL,
    "basedOn" INTEGER,
    "content" JSONB,
    "note" TEXT NOT NULL DEFAULT '',
    "createdById" UUID,
    "createdAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "TemplateVersion_pkey" PRIMARY KEY ("id"),
    CONSTRAINT "TemplateVersion_key_is_a_name" CHECK ("key" ~ '^[a-z][a-z0-9_-]{0,39}$'),
    CONSTRAINT "TemplateVersion_version_counts_up" CHECK ("version" >= 1),
    CONSTRAINT "TemplateVersion_note_fits" CHECK (length("note") <= 2000),
    CONSTRAINT "TemplateVersion_content_fits" CHECK ("content" IS NULL OR pg_column_size("content") <= 1000000)
);
CREATE UNIQUE INDEX "TemplateVersion_key_version_key" ON "TemplateVersion"("key", "version");

CREATE TABLE "TemplateDeactivation" (
    "key" TEXT NOT NULL,
    "reason" TEXT NOT NULL DEFAULT '',
    "deactivatedById" UUID,
    "deactivatedAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "TemplateDeactivation_pkey" PRIMARY KEY ("key"),
    CONSTRAINT "TemplateDeactivation_reason_fits" CHECK (length("reason") <= 2000)
);

-- Every document so far began from a file of the release.
ALTER TABLE "Postmortem" ADD COLUMN "templateOrigin" "TemplateOrigin" NOT NULL DEFAULT 'shipped';
