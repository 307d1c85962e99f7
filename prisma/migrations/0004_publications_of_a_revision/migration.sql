-- Row-level security asks of each revision whether it was published.
CREATE INDEX "Publication_revisionId_idx" ON "Publication"("revisionId");
