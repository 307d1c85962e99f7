-- Pictures in a text, and what its embedded parts showed when it was published.
CREATE TYPE "ImageType" AS ENUM ('png', 'jpeg', 'gif', 'webp');

CREATE TABLE "Image" (
    "postmortemId" UUID NOT NULL,
    "id" UUID NOT NULL,
    "type" "ImageType" NOT NULL,
    "width" INTEGER NOT NULL,
    "height" INTEGER NOT NULL,
    "sizeBytes" INTEGER NOT NULL,
    "sha256" TEXT NOT NULL,
    "bytes" BYTEA NOT NULL,
    "addedById" UUID,
    "addedAt" TIMESTAMPTZ(3) NOT NULL,
    "unusedSince" TIMESTAMPTZ(3),

    CONSTRAINT "Image_pkey" PRIMARY KEY ("postmortemId","id")
);

CREATE INDEX "Image_unusedSince_idx" ON "Image"("unusedSince");

ALTER TABLE "Image" ADD CONSTRAINT "Image_postmortemId_fkey" FOREIGN KEY ("postmortemId") REFERENCES "Postmortem"("id") ON DELETE CASCADE ON UPDATE CASCADE;

ALTER TABLE "Image" ADD CONSTRAINT "Image_addedById_fkey" FOREIGN KEY ("addedById") REFERENCES "Person"("id") ON DELETE SET NULL ON UPDATE CASCADE;

ALTER TABLE "Publication" ADD COLUMN "embeds" JSONB NOT NULL DEFAULT '{}';

-- What no door may get past.
ALTER TABLE "Image" ADD CONSTRAINT "Image_is_what_it_says" CHECK ("sizeBytes" = octet_length("bytes") AND "sizeBytes" <= 5000000 AND "sha256" = encode(sha256("bytes"), 'hex'));
ALTER TABLE "Image" ADD CONSTRAINT "Image_has_an_area" CHECK ("width" > 0 AND "height" > 0);

-- Pictures are packed already.
ALTER TABLE "Image" ALTER COLUMN "bytes" SET STORAGE EXTERNAL;
