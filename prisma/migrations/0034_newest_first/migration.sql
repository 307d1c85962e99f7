-- A list without words is read from here, where it ends with what has no date: by default an index that descends begins with it.
DROP INDEX "SearchFacet_recency_document_idx";
CREATE INDEX "SearchFacet_recency_document_idx" ON "SearchFacet"("recency" DESC NULLS LAST, "document" DESC);
