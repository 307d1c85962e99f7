-- A mail with what cannot wait is of no day: it goes beside the one of the day.
ALTER TABLE "Digest" ALTER COLUMN "day" DROP NOT NULL;
