-- A restored backup brings rows in the order of their ids, so a correction may come before the change it replaces.
ALTER TABLE "SeverityChange" ALTER CONSTRAINT "SeverityChange_replacesId_fkey" DEFERRABLE INITIALLY IMMEDIATE;
