import { findable } from './findable.ts'
import { type Floor, floors } from './floors.ts'
import { searchSql } from './search-sql.ts'

/**
 * Row-level security and grants, generated from the policy. `npm run policy` writes the result to prisma/policies.sql,
 * which is applied whenever it changed; a test fails when the two differ.
 */
export function policySql(): string {
  const tables = Object.entries(floors).map(([table, floor]) => tableSql(table, floor))
  return `${[HEADER, RESET, FUNCTIONS, SESSION, ...tables, searchSql(findable)].join('\n\n')}\n`
}

const HEADER = `-- Written by "npm run policy" from lib/policy. Change the policy there, not here.`

/** A table that lost its floor must lose its grants too, so every run starts from nothing. */
const RESET = `revoke all on all tables in schema public from firebreak_app;
revoke all on all sequences in schema public from firebreak_app;
grant usage on schema public to firebreak_app;
grant usage on all sequences in schema public to firebreak_app;
do $$ declare p record; begin
  for p in select policyname, tablename from pg_policies where schemaname = 'public' loop
    execute format('drop policy %I on public.%I', p.policyname, p.tablename);
  end loop;
end $$;
do $$ declare t record; begin
  for t in select tablename from pg_tables where schemaname = 'public' and tablename not like '\\_%' loop
    execute format('alter table public.%I enable row level security', t.tablename);
  end loop;
end $$;`

const setting = (name: string) => `current_setting('firebreak.${name}', true)`

/**
 * Who acts, read from settings local to the transaction. None set means nobody, who sees nothing. What asks a table is
 * written in PL/pgSQL, whose plans last as long as a connection: one in SQL is planned with every statement that calls it.
 */
const FUNCTIONS = `create or replace function firebreak_person() returns uuid language sql stable parallel safe
  as $$ select nullif(${setting('person')}, '')::uuid $$;
create or replace function firebreak_role() returns text language sql stable parallel safe
  as $$ select coalesce(${setting('role')}, '') $$;
create or replace function firebreak_teams() returns uuid[] language sql stable parallel safe
  as $$ select coalesce(string_to_array(nullif(${setting('teams')}, ''), ',')::uuid[], '{}') $$;
create or replace function firebreak_edited_teams() returns uuid[] language sql stable parallel safe
  as $$ select coalesce(string_to_array(nullif(${setting('edited_teams')}, ''), ',')::uuid[], '{}') $$;
create or replace function firebreak_sees_restricted() returns boolean language sql stable parallel safe
  as $$ select coalesce(${setting('restricted')}, '') = 'yes' $$;
create or replace function firebreak_owns_team(team uuid) returns boolean language plpgsql stable security definer set search_path = public
  as $$ begin return exists (select 1 from "Membership" m where m."teamId" = team and m."personId" = firebreak_person() and m."role" = 'owner'); end $$;
create or replace function firebreak_has_postmortem_grant(record uuid) returns boolean language plpgsql stable security definer set search_path = public
  as $$ begin return exists (select 1 from "Grant" g where g."postmortemId" = record and g."personId" = firebreak_person()); end $$;
create or replace function firebreak_has_incident_grant(record uuid) returns boolean language plpgsql stable security definer set search_path = public
  as $$ begin return exists (select 1 from "Grant" g where g."incidentId" = record and g."personId" = firebreak_person()); end $$;
create or replace function firebreak_reviews(record uuid) returns boolean language plpgsql stable security definer set search_path = public
  as $$ begin return exists (select 1 from "Reviewer" r join "Review" v on v."id" = r."reviewId" where v."postmortemId" = record and r."personId" = firebreak_person()); end $$;`

/** The one thing it may ask of the identity tables: who holds the secret with this hash. Every page begins with it. */
const SESSION = `drop function if exists firebreak_session(text, timestamptz, timestamptz);
create function firebreak_session(hash text, at timestamptz, begun timestamptz)
  returns table ("sessionId" uuid, "lastSeenAt" timestamptz, "personId" uuid, name text, email text, title text, role text, zone text, teams jsonb, sample boolean)
  language plpgsql stable security definer set search_path = public
  as $$ #variable_conflict use_column
    begin return query select s."id", s."lastSeenAt", p."id", p."name", p."email", p."title", p."role"::text, p."zone",
      (select coalesce(jsonb_object_agg(m."teamId", m."role"), '{}') from "Membership" m where m."personId" = p."id"),
      coalesce((select o."sample" from "Organization" o), false)
    from "Session" s join "Person" p on p."id" = s."personId"
    where s."tokenHash" = hash and p."deactivatedAt" is null and s."expiresAt" > at and s."createdAt" > begun; end $$;`

function tableSql(table: string, { read, may }: Floor): string {
  const sees = read(`"${table}"`)
  const policies = [
    `create policy "${table} is read" on "${table}" for select to firebreak_app using (${sees});`,
    may.includes('insert') &&
      `create policy "${table} is inserted" on "${table}" for insert to firebreak_app with check (true);`,
    may.includes('update') &&
      `create policy "${table} is updated" on "${table}" for update to firebreak_app using (${sees}) with check (true);`,
    may.includes('delete') &&
      `create policy "${table} is deleted" on "${table}" for delete to firebreak_app using (${sees});`,
  ]
  return [`grant ${['select', ...may].join(', ')} on "${table}" to firebreak_app;`, ...policies.filter(Boolean)].join(
    '\n',
  )
}
