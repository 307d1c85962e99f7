-- What came in from files. A row says which text a postmortem was last read from, so that reading it again changes nothing.
create table "Import" (
  "postmortemId" uuid primary key references "Postmortem" ("id") on delete cascade on update cascade,
  "file" text not null check (length("file") <= 400),
  "digest" text not null check ("digest" ~ '^[0-9a-f]{64}$'),
  "extra" json not null check (json_typeof("extra") = 'object'),
  "importedById" uuid,
  "importedAt" timestamptz(3) not null
);
