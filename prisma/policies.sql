-- Written by "npm run policy" from lib/policy. Change the policy there, not here.

revoke all on all tables in schema public from firebreak_app;
revoke all on all sequences in schema public from firebreak_app;
grant usage on schema public to firebreak_app;
grant usage on all sequences in schema public to firebreak_app;
do $$ declare p record; begin
  for p in select policyname, tablename from pg_policies where schemaname = 'public' loop
    execute format('drop policy %I on public.%I', p.policyname, p.tablename);
  end loop;
end $$;
do $$ declare t record; begin
  for t in select tablename from pg_tables where schemaname = 'public' and tablename not like '\_%' loop
    execute format('alter table public.%I enable row level security', t.tablename);
  end loop;
end $$;

create or replace function firebreak_person() returns uuid language sql stable parallel safe
  as $$ select nullif(current_setting('firebreak.person', true), '')::uuid $$;
create or replace function firebreak_role() returns text language sql stable parallel safe
  as $$ select coalesce(current_setting('firebreak.role', true), '') $$;
create or replace function firebreak_teams() returns uuid[] language sql stable parallel safe
  as $$ select coalesce(string_to_array(nullif(current_setting('firebreak.teams', true), ''), ',')::uuid[], '{}') $$;
create or replace function firebreak_edited_teams() returns uuid[] language sql stable parallel safe
  as $$ select coalesce(string_to_array(nullif(current_setting('firebreak.edited_teams', true), ''), ',')::uuid[], '{}') $$;
create or replace function firebreak_sees_restricted() returns boolean language sql stable parallel safe
  as $$ select coalesce(current_setting('firebreak.restricted', true), '') = 'yes' $$;
create or replace function firebreak_owns_team(team uuid) returns boolean language plpgsql stable security definer set search_path = public
  as $$ begin return exists (select 1 from "Membership" m where m."teamId" = team and m."personId" = firebreak_person() and m."role" = 'owner'); end $$;
create or replace function firebreak_has_postmortem_grant(record uuid) returns boolean language plpgsql stable security definer set search_path = public
  as $$ begin return exists (select 1 from "Grant" g where g."postmortemId" = record and g."personId" = firebreak_person()); end $$;
create or replace function firebreak_has_incident_grant(record uuid) returns boolean language plpgsql stable security definer set search_path = public
  as $$ begin return exists (select 1 from "Grant" g where g."incidentId" = record and g."personId" = firebreak_person()); end $$;
create or replace function firebreak_reviews(record uuid) returns boolean language plpgsql stable security definer set search_path = public
  as $$ begin return exists (select 1 from "Reviewer" r join "Review" v on v."id" = r."reviewId" where v."postmortemId" = record and r."personId" = firebreak_person()); end $$;

drop function if exists firebreak_session(text, timestamptz, timestamptz);
create function firebreak_session(hash text, at timestamptz, begun timestamptz)
  returns table ("sessionId" uuid, "lastSeenAt" timestamptz, "personId" uuid, name text, email text, title text, role text, zone text, teams jsonb, sample boolean)
  language plpgsql stable security definer set search_path = public
  as $$ #variable_conflict use_column
    begin return query select s."id", s."lastSeenAt", p."id", p."name", p."email", p."title", p."role"::text, p."zone",
      (select coalesce(jsonb_object_agg(m."teamId", m."role"), '{}') from "Membership" m where m."personId" = p."id"),
      coalesce((select o."sample" from "Organization" o), false)
    from "Session" s join "Person" p on p."id" = s."personId"
    where s."tokenHash" = hash and p."deactivatedAt" is null and s."expiresAt" > at and s."createdAt" > begun; end $$;

grant select, insert, update on "Organization" to firebreak_app;
create policy "Organization is read" on "Organization" for select to firebreak_app using (true);
create policy "Organization is inserted" on "Organization" for insert to firebreak_app with check (true);
create policy "Organization is updated" on "Organization" for update to firebreak_app using (true) with check (true);

grant select, insert, update on "Person" to firebreak_app;
create policy "Person is read" on "Person" for select to firebreak_app using (firebreak_person() is not null);
create policy "Person is inserted" on "Person" for insert to firebreak_app with check (true);
create policy "Person is updated" on "Person" for update to firebreak_app using (firebreak_person() is not null) with check (true);

grant select, insert, update, delete on "Team" to firebreak_app;
create policy "Team is read" on "Team" for select to firebreak_app using (firebreak_person() is not null);
create policy "Team is inserted" on "Team" for insert to firebreak_app with check (true);
create policy "Team is updated" on "Team" for update to firebreak_app using (firebreak_person() is not null) with check (true);
create policy "Team is deleted" on "Team" for delete to firebreak_app using (firebreak_person() is not null);

grant select, insert, update, delete on "Membership" to firebreak_app;
create policy "Membership is read" on "Membership" for select to firebreak_app using (firebreak_person() is not null);
create policy "Membership is inserted" on "Membership" for insert to firebreak_app with check (true);
create policy "Membership is updated" on "Membership" for update to firebreak_app using (firebreak_person() is not null) with check (true);
create policy "Membership is deleted" on "Membership" for delete to firebreak_app using (firebreak_person() is not null);

grant select, insert, update, delete on "Service" to firebreak_app;
create policy "Service is read" on "Service" for select to firebreak_app using (firebreak_person() is not null);
create policy "Service is inserted" on "Service" for insert to firebreak_app with check (true);
create policy "Service is updated" on "Service" for update to firebreak_app using (firebreak_person() is not null) with check (true);
create policy "Service is deleted" on "Service" for delete to firebreak_app using (firebreak_person() is not null);

grant select, insert, update on "Incident" to firebreak_app;
create policy "Incident is read" on "Incident" for select to firebreak_app using ((("Incident"."visibility" = 'company' and firebreak_role() in ('administrator', 'auditor', 'program_manager', 'member')) or ("Incident"."visibility" = 'team' and "Incident"."teamId" = any(firebreak_teams())) or (not "Incident"."visibility" = 'restricted' and (firebreak_role() in ('administrator', 'auditor', 'program_manager') or "Incident"."createdById" = firebreak_person())) or (firebreak_sees_restricted() and firebreak_has_incident_grant("Incident"."id"))));
create policy "Incident is inserted" on "Incident" for insert to firebreak_app with check (true);
create policy "Incident is updated" on "Incident" for update to firebreak_app using ((("Incident"."visibility" = 'company' and firebreak_role() in ('administrator', 'auditor', 'program_manager', 'member')) or ("Incident"."visibility" = 'team' and "Incident"."teamId" = any(firebreak_teams())) or (not "Incident"."visibility" = 'restricted' and (firebreak_role() in ('administrator', 'auditor', 'program_manager') or "Incident"."createdById" = firebreak_person())) or (firebreak_sees_restricted() and firebreak_has_incident_grant("Incident"."id")))) with check (true);

grant select, insert, update, delete on "IncidentService" to firebreak_app;
create policy "IncidentService is read" on "IncidentService" for select to firebreak_app using (exists (select 1 from "Incident" parent where parent."id" = "IncidentService"."incidentId"));
create policy "IncidentService is inserted" on "IncidentService" for insert to firebreak_app with check (true);
create policy "IncidentService is updated" on "IncidentService" for update to firebreak_app using (exists (select 1 from "Incident" parent where parent."id" = "IncidentService"."incidentId")) with check (true);
create policy "IncidentService is deleted" on "IncidentService" for delete to firebreak_app using (exists (select 1 from "Incident" parent where parent."id" = "IncidentService"."incidentId"));

grant select, insert, update, delete on "ImpactWindow" to firebreak_app;
create policy "ImpactWindow is read" on "ImpactWindow" for select to firebreak_app using (exists (select 1 from "Incident" parent where parent."id" = "ImpactWindow"."incidentId"));
create policy "ImpactWindow is inserted" on "ImpactWindow" for insert to firebreak_app with check (true);
create policy "ImpactWindow is updated" on "ImpactWindow" for update to firebreak_app using (exists (select 1 from "Incident" parent where parent."id" = "ImpactWindow"."incidentId")) with check (true);
create policy "ImpactWindow is deleted" on "ImpactWindow" for delete to firebreak_app using (exists (select 1 from "Incident" parent where parent."id" = "ImpactWindow"."incidentId"));

grant select, insert, update, delete on "TimelineEntry" to firebreak_app;
create policy "TimelineEntry is read" on "TimelineEntry" for select to firebreak_app using (exists (select 1 from "Incident" parent where parent."id" = "TimelineEntry"."incidentId"));
create policy "TimelineEntry is inserted" on "TimelineEntry" for insert to firebreak_app with check (true);
create policy "TimelineEntry is updated" on "TimelineEntry" for update to firebreak_app using (exists (select 1 from "Incident" parent where parent."id" = "TimelineEntry"."incidentId")) with check (true);
create policy "TimelineEntry is deleted" on "TimelineEntry" for delete to firebreak_app using (exists (select 1 from "Incident" parent where parent."id" = "TimelineEntry"."incidentId"));

grant select, insert, delete on "TimelineEvidence" to firebreak_app;
create policy "TimelineEvidence is read" on "TimelineEvidence" for select to firebreak_app using (exists (select 1 from "Incident" parent where parent."id" = "TimelineEvidence"."incidentId"));
create policy "TimelineEvidence is inserted" on "TimelineEvidence" for insert to firebreak_app with check (true);
create policy "TimelineEvidence is deleted" on "TimelineEvidence" for delete to firebreak_app using (exists (select 1 from "Incident" parent where parent."id" = "TimelineEvidence"."incidentId"));

grant select, insert on "SeverityChange" to firebreak_app;
create policy "SeverityChange is read" on "SeverityChange" for select to firebreak_app using (exists (select 1 from "Incident" parent where parent."id" = "SeverityChange"."incidentId"));
create policy "SeverityChange is inserted" on "SeverityChange" for insert to firebreak_app with check (true);

grant select, insert, update, delete on "IncidentLocation" to firebreak_app;
create policy "IncidentLocation is read" on "IncidentLocation" for select to firebreak_app using (exists (select 1 from "Incident" parent where parent."id" = "IncidentLocation"."incidentId"));
create policy "IncidentLocation is inserted" on "IncidentLocation" for insert to firebreak_app with check (true);
create policy "IncidentLocation is updated" on "IncidentLocation" for update to firebreak_app using (exists (select 1 from "Incident" parent where parent."id" = "IncidentLocation"."incidentId")) with check (true);
create policy "IncidentLocation is deleted" on "IncidentLocation" for delete to firebreak_app using (exists (select 1 from "Incident" parent where parent."id" = "IncidentLocation"."incidentId"));

grant select, insert, update, delete on "ImpactNumber" to firebreak_app;
create policy "ImpactNumber is read" on "ImpactNumber" for select to firebreak_app using (exists (select 1 from "Incident" parent where parent."id" = "ImpactNumber"."incidentId"));
create policy "ImpactNumber is inserted" on "ImpactNumber" for insert to firebreak_app with check (true);
create policy "ImpactNumber is updated" on "ImpactNumber" for update to firebreak_app using (exists (select 1 from "Incident" parent where parent."id" = "ImpactNumber"."incidentId")) with check (true);
create policy "ImpactNumber is deleted" on "ImpactNumber" for delete to firebreak_app using (exists (select 1 from "Incident" parent where parent."id" = "ImpactNumber"."incidentId"));

grant select, insert, update, delete on "Factor" to firebreak_app;
create policy "Factor is read" on "Factor" for select to firebreak_app using (exists (select 1 from "Incident" parent where parent."id" = "Factor"."incidentId"));
create policy "Factor is inserted" on "Factor" for insert to firebreak_app with check (true);
create policy "Factor is updated" on "Factor" for update to firebreak_app using (exists (select 1 from "Incident" parent where parent."id" = "Factor"."incidentId")) with check (true);
create policy "Factor is deleted" on "Factor" for delete to firebreak_app using (exists (select 1 from "Incident" parent where parent."id" = "Factor"."incidentId"));

grant select, insert, update, delete on "Defence" to firebreak_app;
create policy "Defence is read" on "Defence" for select to firebreak_app using (exists (select 1 from "Incident" parent where parent."id" = "Defence"."incidentId"));
create policy "Defence is inserted" on "Defence" for insert to firebreak_app with check (true);
create policy "Defence is updated" on "Defence" for update to firebreak_app using (exists (select 1 from "Incident" parent where parent."id" = "Defence"."incidentId")) with check (true);
create policy "Defence is deleted" on "Defence" for delete to firebreak_app using (exists (select 1 from "Incident" parent where parent."id" = "Defence"."incidentId"));

grant select, insert, update, delete on "Mitigation" to firebreak_app;
create policy "Mitigation is read" on "Mitigation" for select to firebreak_app using (exists (select 1 from "Incident" parent where parent."id" = "Mitigation"."incidentId"));
create policy "Mitigation is inserted" on "Mitigation" for insert to firebreak_app with check (true);
create policy "Mitigation is updated" on "Mitigation" for update to firebreak_app using (exists (select 1 from "Incident" parent where parent."id" = "Mitigation"."incidentId")) with check (true);
create policy "Mitigation is deleted" on "Mitigation" for delete to firebreak_app using (exists (select 1 from "Incident" parent where parent."id" = "Mitigation"."incidentId"));

grant select, insert, update, delete on "IncidentEvidence" to firebreak_app;
create policy "IncidentEvidence is read" on "IncidentEvidence" for select to firebreak_app using (exists (select 1 from "Incident" parent where parent."id" = "IncidentEvidence"."incidentId"));
create policy "IncidentEvidence is inserted" on "IncidentEvidence" for insert to firebreak_app with check (true);
create policy "IncidentEvidence is updated" on "IncidentEvidence" for update to firebreak_app using (exists (select 1 from "Incident" parent where parent."id" = "IncidentEvidence"."incidentId")) with check (true);
create policy "IncidentEvidence is deleted" on "IncidentEvidence" for delete to firebreak_app using (exists (select 1 from "Incident" parent where parent."id" = "IncidentEvidence"."incidentId"));

grant select, insert, update, delete on "IncidentRole" to firebreak_app;
create policy "IncidentRole is read" on "IncidentRole" for select to firebreak_app using (exists (select 1 from "Incident" parent where parent."id" = "IncidentRole"."incidentId"));
create policy "IncidentRole is inserted" on "IncidentRole" for insert to firebreak_app with check (true);
create policy "IncidentRole is updated" on "IncidentRole" for update to firebreak_app using (exists (select 1 from "Incident" parent where parent."id" = "IncidentRole"."incidentId")) with check (true);
create policy "IncidentRole is deleted" on "IncidentRole" for delete to firebreak_app using (exists (select 1 from "Incident" parent where parent."id" = "IncidentRole"."incidentId"));

grant select, insert, update, delete on "RoleHolder" to firebreak_app;
create policy "RoleHolder is read" on "RoleHolder" for select to firebreak_app using (exists (select 1 from "IncidentRole" held join "Incident" parent on parent."id" = held."incidentId" where held."id" = "RoleHolder"."roleId" and (firebreak_role() in ('administrator', 'program_manager', 'member') and ((parent."visibility" = 'company' and firebreak_role() in ('administrator', 'auditor', 'program_manager', 'member')) or (parent."visibility" = 'team' and parent."teamId" = any(firebreak_teams())) or (not parent."visibility" = 'restricted' and (firebreak_role() in ('administrator', 'auditor', 'program_manager') or parent."createdById" = firebreak_person())) or (firebreak_sees_restricted() and firebreak_has_incident_grant(parent."id"))) and (parent."createdById" = firebreak_person() or parent."teamId" = any(firebreak_edited_teams()) or firebreak_role() in ('program_manager')))));
create policy "RoleHolder is inserted" on "RoleHolder" for insert to firebreak_app with check (true);
create policy "RoleHolder is updated" on "RoleHolder" for update to firebreak_app using (exists (select 1 from "IncidentRole" held join "Incident" parent on parent."id" = held."incidentId" where held."id" = "RoleHolder"."roleId" and (firebreak_role() in ('administrator', 'program_manager', 'member') and ((parent."visibility" = 'company' and firebreak_role() in ('administrator', 'auditor', 'program_manager', 'member')) or (parent."visibility" = 'team' and parent."teamId" = any(firebreak_teams())) or (not parent."visibility" = 'restricted' and (firebreak_role() in ('administrator', 'auditor', 'program_manager') or parent."createdById" = firebreak_person())) or (firebreak_sees_restricted() and firebreak_has_incident_grant(parent."id"))) and (parent."createdById" = firebreak_person() or parent."teamId" = any(firebreak_edited_teams()) or firebreak_role() in ('program_manager'))))) with check (true);
create policy "RoleHolder is deleted" on "RoleHolder" for delete to firebreak_app using (exists (select 1 from "IncidentRole" held join "Incident" parent on parent."id" = held."incidentId" where held."id" = "RoleHolder"."roleId" and (firebreak_role() in ('administrator', 'program_manager', 'member') and ((parent."visibility" = 'company' and firebreak_role() in ('administrator', 'auditor', 'program_manager', 'member')) or (parent."visibility" = 'team' and parent."teamId" = any(firebreak_teams())) or (not parent."visibility" = 'restricted' and (firebreak_role() in ('administrator', 'auditor', 'program_manager') or parent."createdById" = firebreak_person())) or (firebreak_sees_restricted() and firebreak_has_incident_grant(parent."id"))) and (parent."createdById" = firebreak_person() or parent."teamId" = any(firebreak_edited_teams()) or firebreak_role() in ('program_manager')))));

grant select, insert, delete on "IncidentRelation" to firebreak_app;
create policy "IncidentRelation is read" on "IncidentRelation" for select to firebreak_app using ((exists (select 1 from "Incident" parent where parent."id" = "IncidentRelation"."fromId") and exists (select 1 from "Incident" parent where parent."id" = "IncidentRelation"."toId")));
create policy "IncidentRelation is inserted" on "IncidentRelation" for insert to firebreak_app with check (true);
create policy "IncidentRelation is deleted" on "IncidentRelation" for delete to firebreak_app using ((exists (select 1 from "Incident" parent where parent."id" = "IncidentRelation"."fromId") and exists (select 1 from "Incident" parent where parent."id" = "IncidentRelation"."toId")));

grant select, insert, update, delete on "RelationProposal" to firebreak_app;
create policy "RelationProposal is read" on "RelationProposal" for select to firebreak_app using ((exists (select 1 from "Incident" parent where parent."id" = "RelationProposal"."fromId") and exists (select 1 from "Incident" parent where parent."id" = "RelationProposal"."toId")));
create policy "RelationProposal is inserted" on "RelationProposal" for insert to firebreak_app with check (true);
create policy "RelationProposal is updated" on "RelationProposal" for update to firebreak_app using ((exists (select 1 from "Incident" parent where parent."id" = "RelationProposal"."fromId") and exists (select 1 from "Incident" parent where parent."id" = "RelationProposal"."toId"))) with check (true);
create policy "RelationProposal is deleted" on "RelationProposal" for delete to firebreak_app using ((exists (select 1 from "Incident" parent where parent."id" = "RelationProposal"."fromId") and exists (select 1 from "Incident" parent where parent."id" = "RelationProposal"."toId")));

grant select, insert on "TemplateVersion" to firebreak_app;
create policy "TemplateVersion is read" on "TemplateVersion" for select to firebreak_app using (firebreak_person() is not null);
create policy "TemplateVersion is inserted" on "TemplateVersion" for insert to firebreak_app with check (true);

grant select, insert, delete on "TemplateDeactivation" to firebreak_app;
create policy "TemplateDeactivation is read" on "TemplateDeactivation" for select to firebreak_app using (firebreak_person() is not null);
create policy "TemplateDeactivation is inserted" on "TemplateDeactivation" for insert to firebreak_app with check (true);
create policy "TemplateDeactivation is deleted" on "TemplateDeactivation" for delete to firebreak_app using (firebreak_person() is not null);

grant select, insert, delete on "Waiver" to firebreak_app;
create policy "Waiver is read" on "Waiver" for select to firebreak_app using (exists (select 1 from "Incident" parent where parent."id" = "Waiver"."incidentId"));
create policy "Waiver is inserted" on "Waiver" for insert to firebreak_app with check (true);
create policy "Waiver is deleted" on "Waiver" for delete to firebreak_app using (exists (select 1 from "Incident" parent where parent."id" = "Waiver"."incidentId"));

grant select, insert, update on "Postmortem" to firebreak_app;
create policy "Postmortem is read" on "Postmortem" for select to firebreak_app using ((("Postmortem"."visibility" = 'company' and firebreak_role() in ('administrator', 'auditor', 'program_manager', 'member')) or ("Postmortem"."visibility" = 'team' and "Postmortem"."teamId" = any(firebreak_teams())) or (not "Postmortem"."visibility" = 'restricted' and (firebreak_role() in ('administrator', 'auditor', 'program_manager') or "Postmortem"."leadId" = firebreak_person() or firebreak_reviews("Postmortem"."id"))) or (firebreak_sees_restricted() and firebreak_has_postmortem_grant("Postmortem"."id"))));
create policy "Postmortem is inserted" on "Postmortem" for insert to firebreak_app with check (true);
create policy "Postmortem is updated" on "Postmortem" for update to firebreak_app using ((("Postmortem"."visibility" = 'company' and firebreak_role() in ('administrator', 'auditor', 'program_manager', 'member')) or ("Postmortem"."visibility" = 'team' and "Postmortem"."teamId" = any(firebreak_teams())) or (not "Postmortem"."visibility" = 'restricted' and (firebreak_role() in ('administrator', 'auditor', 'program_manager') or "Postmortem"."leadId" = firebreak_person() or firebreak_reviews("Postmortem"."id"))) or (firebreak_sees_restricted() and firebreak_has_postmortem_grant("Postmortem"."id")))) with check (true);

grant select, insert, update, delete on "Section" to firebreak_app;
create policy "Section is read" on "Section" for select to firebreak_app using (exists (select 1 from "Postmortem" parent where parent."id" = "Section"."postmortemId" and (parent."publishedAt" is null or (firebreak_role() in ('administrator', 'program_manager', 'member') and ((parent."visibility" = 'company' and firebreak_role() in ('administrator', 'auditor', 'program_manager', 'member')) or (parent."visibility" = 'team' and parent."teamId" = any(firebreak_teams())) or (not parent."visibility" = 'restricted' and (firebreak_role() in ('administrator', 'auditor', 'program_manager') or parent."leadId" = firebreak_person() or firebreak_reviews(parent."id"))) or (firebreak_sees_restricted() and firebreak_has_postmortem_grant(parent."id"))) and (parent."leadId" = firebreak_person() or parent."teamId" = any(firebreak_edited_teams()))))));
create policy "Section is inserted" on "Section" for insert to firebreak_app with check (true);
create policy "Section is updated" on "Section" for update to firebreak_app using (exists (select 1 from "Postmortem" parent where parent."id" = "Section"."postmortemId" and (parent."publishedAt" is null or (firebreak_role() in ('administrator', 'program_manager', 'member') and ((parent."visibility" = 'company' and firebreak_role() in ('administrator', 'auditor', 'program_manager', 'member')) or (parent."visibility" = 'team' and parent."teamId" = any(firebreak_teams())) or (not parent."visibility" = 'restricted' and (firebreak_role() in ('administrator', 'auditor', 'program_manager') or parent."leadId" = firebreak_person() or firebreak_reviews(parent."id"))) or (firebreak_sees_restricted() and firebreak_has_postmortem_grant(parent."id"))) and (parent."leadId" = firebreak_person() or parent."teamId" = any(firebreak_edited_teams())))))) with check (true);
create policy "Section is deleted" on "Section" for delete to firebreak_app using (exists (select 1 from "Postmortem" parent where parent."id" = "Section"."postmortemId" and (parent."publishedAt" is null or (firebreak_role() in ('administrator', 'program_manager', 'member') and ((parent."visibility" = 'company' and firebreak_role() in ('administrator', 'auditor', 'program_manager', 'member')) or (parent."visibility" = 'team' and parent."teamId" = any(firebreak_teams())) or (not parent."visibility" = 'restricted' and (firebreak_role() in ('administrator', 'auditor', 'program_manager') or parent."leadId" = firebreak_person() or firebreak_reviews(parent."id"))) or (firebreak_sees_restricted() and firebreak_has_postmortem_grant(parent."id"))) and (parent."leadId" = firebreak_person() or parent."teamId" = any(firebreak_edited_teams()))))));

grant select, insert on "SectionUpdate" to firebreak_app;
create policy "SectionUpdate is read" on "SectionUpdate" for select to firebreak_app using (exists (select 1 from "Postmortem" parent where parent."id" = "SectionUpdate"."postmortemId" and (parent."publishedAt" is null or (firebreak_role() in ('administrator', 'program_manager', 'member') and ((parent."visibility" = 'company' and firebreak_role() in ('administrator', 'auditor', 'program_manager', 'member')) or (parent."visibility" = 'team' and parent."teamId" = any(firebreak_teams())) or (not parent."visibility" = 'restricted' and (firebreak_role() in ('administrator', 'auditor', 'program_manager') or parent."leadId" = firebreak_person() or firebreak_reviews(parent."id"))) or (firebreak_sees_restricted() and firebreak_has_postmortem_grant(parent."id"))) and (parent."leadId" = firebreak_person() or parent."teamId" = any(firebreak_edited_teams()))))));
create policy "SectionUpdate is inserted" on "SectionUpdate" for insert to firebreak_app with check (true);

grant select, insert on "Thread" to firebreak_app;
create policy "Thread is read" on "Thread" for select to firebreak_app using (exists (select 1 from "Postmortem" parent where parent."id" = "Thread"."postmortemId" and (parent."publishedAt" is null or (firebreak_role() in ('administrator', 'program_manager', 'member') and ((parent."visibility" = 'company' and firebreak_role() in ('administrator', 'auditor', 'program_manager', 'member')) or (parent."visibility" = 'team' and parent."teamId" = any(firebreak_teams())) or (not parent."visibility" = 'restricted' and (firebreak_role() in ('administrator', 'auditor', 'program_manager') or parent."leadId" = firebreak_person() or firebreak_reviews(parent."id"))) or (firebreak_sees_restricted() and firebreak_has_postmortem_grant(parent."id"))) and (parent."leadId" = firebreak_person() or parent."teamId" = any(firebreak_edited_teams()))))));
create policy "Thread is inserted" on "Thread" for insert to firebreak_app with check (true);

grant select, insert on "Comment" to firebreak_app;
create policy "Comment is read" on "Comment" for select to firebreak_app using (exists (select 1 from "Thread" parent where parent."id" = "Comment"."threadId"));
create policy "Comment is inserted" on "Comment" for insert to firebreak_app with check (true);

grant select, insert on "CommentWording" to firebreak_app;
create policy "CommentWording is read" on "CommentWording" for select to firebreak_app using (exists (select 1 from "Comment" parent where parent."id" = "CommentWording"."commentId"));
create policy "CommentWording is inserted" on "CommentWording" for insert to firebreak_app with check (true);

grant select, insert, delete on "Resolution" to firebreak_app;
create policy "Resolution is read" on "Resolution" for select to firebreak_app using (exists (select 1 from "Thread" parent where parent."id" = "Resolution"."threadId"));
create policy "Resolution is inserted" on "Resolution" for insert to firebreak_app with check (true);
create policy "Resolution is deleted" on "Resolution" for delete to firebreak_app using (exists (select 1 from "Thread" parent where parent."id" = "Resolution"."threadId"));

grant select, insert on "Image" to firebreak_app;
create policy "Image is read" on "Image" for select to firebreak_app using (exists (select 1 from "Postmortem" parent where parent."id" = "Image"."postmortemId"));
create policy "Image is inserted" on "Image" for insert to firebreak_app with check (true);

grant select, insert on "Revision" to firebreak_app;
create policy "Revision is read" on "Revision" for select to firebreak_app using (exists (select 1 from "Postmortem" parent where parent."id" = "Revision"."postmortemId" and (parent."publishedAt" is null or exists (select 1 from "Publication" published where published."revisionId" = "Revision"."id") or firebreak_reviews(parent."id") or (firebreak_role() in ('administrator', 'program_manager', 'member') and ((parent."visibility" = 'company' and firebreak_role() in ('administrator', 'auditor', 'program_manager', 'member')) or (parent."visibility" = 'team' and parent."teamId" = any(firebreak_teams())) or (not parent."visibility" = 'restricted' and (firebreak_role() in ('administrator', 'auditor', 'program_manager') or parent."leadId" = firebreak_person() or firebreak_reviews(parent."id"))) or (firebreak_sees_restricted() and firebreak_has_postmortem_grant(parent."id"))) and (parent."leadId" = firebreak_person() or parent."teamId" = any(firebreak_edited_teams()))))));
create policy "Revision is inserted" on "Revision" for insert to firebreak_app with check (true);

grant select, insert on "Review" to firebreak_app;
create policy "Review is read" on "Review" for select to firebreak_app using (exists (select 1 from "Postmortem" parent where parent."id" = "Review"."postmortemId"));
create policy "Review is inserted" on "Review" for insert to firebreak_app with check (true);

grant select, insert on "Reviewer" to firebreak_app;
create policy "Reviewer is read" on "Reviewer" for select to firebreak_app using (exists (select 1 from "Review" parent where parent."id" = "Reviewer"."reviewId"));
create policy "Reviewer is inserted" on "Reviewer" for insert to firebreak_app with check (true);

grant select, insert on "ReviewDecision" to firebreak_app;
create policy "ReviewDecision is read" on "ReviewDecision" for select to firebreak_app using (exists (select 1 from "Review" parent where parent."id" = "ReviewDecision"."reviewId"));
create policy "ReviewDecision is inserted" on "ReviewDecision" for insert to firebreak_app with check (true);

grant select, insert on "ReviewPoint" to firebreak_app;
create policy "ReviewPoint is read" on "ReviewPoint" for select to firebreak_app using (exists (select 1 from "Review" parent where parent."id" = "ReviewPoint"."reviewId"));
create policy "ReviewPoint is inserted" on "ReviewPoint" for insert to firebreak_app with check (true);

grant select, insert on "PointAnswer" to firebreak_app;
create policy "PointAnswer is read" on "PointAnswer" for select to firebreak_app using (exists (select 1 from "ReviewPoint" parent where parent."id" = "PointAnswer"."pointId"));
create policy "PointAnswer is inserted" on "PointAnswer" for insert to firebreak_app with check (true);

grant select, insert, update on "RubricAnswer" to firebreak_app;
create policy "RubricAnswer is read" on "RubricAnswer" for select to firebreak_app using (exists (select 1 from "Review" parent where parent."id" = "RubricAnswer"."reviewId"));
create policy "RubricAnswer is inserted" on "RubricAnswer" for insert to firebreak_app with check (true);
create policy "RubricAnswer is updated" on "RubricAnswer" for update to firebreak_app using (exists (select 1 from "Review" parent where parent."id" = "RubricAnswer"."reviewId")) with check (true);

grant select, insert, update on "ReviewMeeting" to firebreak_app;
create policy "ReviewMeeting is read" on "ReviewMeeting" for select to firebreak_app using (exists (select 1 from "Postmortem" parent where parent."id" = "ReviewMeeting"."postmortemId"));
create policy "ReviewMeeting is inserted" on "ReviewMeeting" for insert to firebreak_app with check (true);
create policy "ReviewMeeting is updated" on "ReviewMeeting" for update to firebreak_app using (exists (select 1 from "Postmortem" parent where parent."id" = "ReviewMeeting"."postmortemId")) with check (true);

grant select, insert, delete on "MeetingAttendee" to firebreak_app;
create policy "MeetingAttendee is read" on "MeetingAttendee" for select to firebreak_app using (exists (select 1 from "ReviewMeeting" parent where parent."id" = "MeetingAttendee"."meetingId"));
create policy "MeetingAttendee is inserted" on "MeetingAttendee" for insert to firebreak_app with check (true);
create policy "MeetingAttendee is deleted" on "MeetingAttendee" for delete to firebreak_app using (exists (select 1 from "ReviewMeeting" parent where parent."id" = "MeetingAttendee"."meetingId"));

grant select, insert on "SummaryRevision" to firebreak_app;
create policy "SummaryRevision is read" on "SummaryRevision" for select to firebreak_app using (exists (select 1 from "Postmortem" parent where parent."id" = "SummaryRevision"."postmortemId"));
create policy "SummaryRevision is inserted" on "SummaryRevision" for insert to firebreak_app with check (true);

grant select, insert on "SummaryApproval" to firebreak_app;
create policy "SummaryApproval is read" on "SummaryApproval" for select to firebreak_app using (exists (select 1 from "SummaryRevision" parent where parent."id" = "SummaryApproval"."revisionId"));
create policy "SummaryApproval is inserted" on "SummaryApproval" for insert to firebreak_app with check (true);

grant select, insert, delete on "SummaryAnswer" to firebreak_app;
create policy "SummaryAnswer is read" on "SummaryAnswer" for select to firebreak_app using (exists (select 1 from "Postmortem" parent where parent."id" = "SummaryAnswer"."postmortemId"));
create policy "SummaryAnswer is inserted" on "SummaryAnswer" for insert to firebreak_app with check (true);
create policy "SummaryAnswer is deleted" on "SummaryAnswer" for delete to firebreak_app using (exists (select 1 from "Postmortem" parent where parent."id" = "SummaryAnswer"."postmortemId"));

grant select, insert on "Publication" to firebreak_app;
create policy "Publication is read" on "Publication" for select to firebreak_app using (exists (select 1 from "Postmortem" parent where parent."id" = "Publication"."postmortemId"));
create policy "Publication is inserted" on "Publication" for insert to firebreak_app with check (true);

grant select, insert on "Retraction" to firebreak_app;
create policy "Retraction is read" on "Retraction" for select to firebreak_app using (exists (select 1 from "Publication" parent where parent."id" = "Retraction"."publicationId"));
create policy "Retraction is inserted" on "Retraction" for insert to firebreak_app with check (true);

grant select, insert, delete on "Supersession" to firebreak_app;
create policy "Supersession is read" on "Supersession" for select to firebreak_app using (exists (select 1 from "Postmortem" parent where parent."id" = "Supersession"."postmortemId"));
create policy "Supersession is inserted" on "Supersession" for insert to firebreak_app with check (true);
create policy "Supersession is deleted" on "Supersession" for delete to firebreak_app using (exists (select 1 from "Postmortem" parent where parent."id" = "Supersession"."postmortemId"));

grant select, insert, update on "Import" to firebreak_app;
create policy "Import is read" on "Import" for select to firebreak_app using (exists (select 1 from "Postmortem" parent where parent."id" = "Import"."postmortemId"));
create policy "Import is inserted" on "Import" for insert to firebreak_app with check (true);
create policy "Import is updated" on "Import" for update to firebreak_app using (exists (select 1 from "Postmortem" parent where parent."id" = "Import"."postmortemId")) with check (true);

grant select, insert, delete on "Grant" to firebreak_app;
create policy "Grant is read" on "Grant" for select to firebreak_app using (("Grant"."personId" = firebreak_person() or exists (select 1 from "Postmortem" parent where parent."id" = "Grant"."postmortemId") or exists (select 1 from "Incident" parent where parent."id" = "Grant"."incidentId")));
create policy "Grant is inserted" on "Grant" for insert to firebreak_app with check (true);
create policy "Grant is deleted" on "Grant" for delete to firebreak_app using (("Grant"."personId" = firebreak_person() or exists (select 1 from "Postmortem" parent where parent."id" = "Grant"."postmortemId") or exists (select 1 from "Incident" parent where parent."id" = "Grant"."incidentId")));

grant select, insert, delete on "HintDismissal" to firebreak_app;
create policy "HintDismissal is read" on "HintDismissal" for select to firebreak_app using (exists (select 1 from "Postmortem" parent where parent."id" = "HintDismissal"."postmortemId" and (firebreak_reviews(parent."id") or (firebreak_role() in ('administrator', 'program_manager', 'member') and ((parent."visibility" = 'company' and firebreak_role() in ('administrator', 'auditor', 'program_manager', 'member')) or (parent."visibility" = 'team' and parent."teamId" = any(firebreak_teams())) or (not parent."visibility" = 'restricted' and (firebreak_role() in ('administrator', 'auditor', 'program_manager') or parent."leadId" = firebreak_person() or firebreak_reviews(parent."id"))) or (firebreak_sees_restricted() and firebreak_has_postmortem_grant(parent."id"))) and (parent."leadId" = firebreak_person() or parent."teamId" = any(firebreak_edited_teams()))))));
create policy "HintDismissal is inserted" on "HintDismissal" for insert to firebreak_app with check (true);
create policy "HintDismissal is deleted" on "HintDismissal" for delete to firebreak_app using (exists (select 1 from "Postmortem" parent where parent."id" = "HintDismissal"."postmortemId" and (firebreak_reviews(parent."id") or (firebreak_role() in ('administrator', 'program_manager', 'member') and ((parent."visibility" = 'company' and firebreak_role() in ('administrator', 'auditor', 'program_manager', 'member')) or (parent."visibility" = 'team' and parent."teamId" = any(firebreak_teams())) or (not parent."visibility" = 'restricted' and (firebreak_role() in ('administrator', 'auditor', 'program_manager') or parent."leadId" = firebreak_person() or firebreak_reviews(parent."id"))) or (firebreak_sees_restricted() and firebreak_has_postmortem_grant(parent."id"))) and (parent."leadId" = firebreak_person() or parent."teamId" = any(firebreak_edited_teams()))))));

grant select, insert, delete on "HintException" to firebreak_app;
create policy "HintException is read" on "HintException" for select to firebreak_app using (firebreak_person() is not null);
create policy "HintException is inserted" on "HintException" for insert to firebreak_app with check (true);
create policy "HintException is deleted" on "HintException" for delete to firebreak_app using (firebreak_person() is not null);

grant select, insert, update on "ActionItem" to firebreak_app;
create policy "ActionItem is read" on "ActionItem" for select to firebreak_app using ((case when "ActionItem"."postmortemId" is null then firebreak_role() in ('administrator', 'auditor', 'program_manager', 'member') else exists (select 1 from "Postmortem" parent where parent."id" = "ActionItem"."postmortemId") end));
create policy "ActionItem is inserted" on "ActionItem" for insert to firebreak_app with check (true);
create policy "ActionItem is updated" on "ActionItem" for update to firebreak_app using ((case when "ActionItem"."postmortemId" is null then firebreak_role() in ('administrator', 'auditor', 'program_manager', 'member') else exists (select 1 from "Postmortem" parent where parent."id" = "ActionItem"."postmortemId") end)) with check (true);

grant select, insert on "Commitment" to firebreak_app;
create policy "Commitment is read" on "Commitment" for select to firebreak_app using (exists (select 1 from "ActionItem" parent where parent."id" = "Commitment"."actionItemId"));
create policy "Commitment is inserted" on "Commitment" for insert to firebreak_app with check (true);

grant select, insert on "Progress" to firebreak_app;
create policy "Progress is read" on "Progress" for select to firebreak_app using (exists (select 1 from "ActionItem" parent where parent."id" = "Progress"."actionItemId"));
create policy "Progress is inserted" on "Progress" for insert to firebreak_app with check (true);

grant select, insert on "ItemEvidence" to firebreak_app;
create policy "ItemEvidence is read" on "ItemEvidence" for select to firebreak_app using (exists (select 1 from "ActionItem" parent where parent."id" = "ItemEvidence"."actionItemId"));
create policy "ItemEvidence is inserted" on "ItemEvidence" for insert to firebreak_app with check (true);

grant select, insert, delete on "ItemLink" to firebreak_app;
create policy "ItemLink is read" on "ItemLink" for select to firebreak_app using (exists (select 1 from "ActionItem" parent where parent."id" = "ItemLink"."actionItemId"));
create policy "ItemLink is inserted" on "ItemLink" for insert to firebreak_app with check (true);
create policy "ItemLink is deleted" on "ItemLink" for delete to firebreak_app using (exists (select 1 from "ActionItem" parent where parent."id" = "ItemLink"."actionItemId"));

grant select, insert, delete on "ItemIncident" to firebreak_app;
create policy "ItemIncident is read" on "ItemIncident" for select to firebreak_app using ((exists (select 1 from "ActionItem" parent where parent."id" = "ItemIncident"."actionItemId") and exists (select 1 from "Incident" parent where parent."id" = "ItemIncident"."incidentId")));
create policy "ItemIncident is inserted" on "ItemIncident" for insert to firebreak_app with check (true);
create policy "ItemIncident is deleted" on "ItemIncident" for delete to firebreak_app using ((exists (select 1 from "ActionItem" parent where parent."id" = "ItemIncident"."actionItemId") and exists (select 1 from "Incident" parent where parent."id" = "ItemIncident"."incidentId")));

grant select, insert on "Recurrence" to firebreak_app;
create policy "Recurrence is read" on "Recurrence" for select to firebreak_app using ((exists (select 1 from "ActionItem" parent where parent."id" = "Recurrence"."actionItemId") and exists (select 1 from "Incident" parent where parent."id" = "Recurrence"."incidentId")));
create policy "Recurrence is inserted" on "Recurrence" for insert to firebreak_app with check (true);

grant select, insert on "ItemAtImpact" to firebreak_app;
create policy "ItemAtImpact is read" on "ItemAtImpact" for select to firebreak_app using ((exists (select 1 from "Publication" parent where parent."id" = "ItemAtImpact"."publicationId") and exists (select 1 from "ActionItem" parent where parent."id" = "ItemAtImpact"."actionItemId")));
create policy "ItemAtImpact is inserted" on "ItemAtImpact" for insert to firebreak_app with check (true);

grant select, insert, delete on "ItemBefore" to firebreak_app;
create policy "ItemBefore is read" on "ItemBefore" for select to firebreak_app using (("ItemBefore"."byId" = firebreak_person() and exists (select 1 from "ActionItem" parent where parent."id" = "ItemBefore"."actionItemId")));
create policy "ItemBefore is inserted" on "ItemBefore" for insert to firebreak_app with check (true);
create policy "ItemBefore is deleted" on "ItemBefore" for delete to firebreak_app using (("ItemBefore"."byId" = firebreak_person() and exists (select 1 from "ActionItem" parent where parent."id" = "ItemBefore"."actionItemId")));

grant select, insert, update, delete on "SavedView" to firebreak_app;
create policy "SavedView is read" on "SavedView" for select to firebreak_app using (("SavedView"."createdById" = firebreak_person() or ("SavedView"."visibility" = 'company' and firebreak_role() in ('administrator', 'auditor', 'program_manager', 'member')) or ("SavedView"."visibility" = 'team' and "SavedView"."teamId" = any(firebreak_teams()))));
create policy "SavedView is inserted" on "SavedView" for insert to firebreak_app with check (true);
create policy "SavedView is updated" on "SavedView" for update to firebreak_app using (("SavedView"."createdById" = firebreak_person() or ("SavedView"."visibility" = 'company' and firebreak_role() in ('administrator', 'auditor', 'program_manager', 'member')) or ("SavedView"."visibility" = 'team' and "SavedView"."teamId" = any(firebreak_teams())))) with check (true);
create policy "SavedView is deleted" on "SavedView" for delete to firebreak_app using (("SavedView"."createdById" = firebreak_person() or ("SavedView"."visibility" = 'company' and firebreak_role() in ('administrator', 'auditor', 'program_manager', 'member')) or ("SavedView"."visibility" = 'team' and "SavedView"."teamId" = any(firebreak_teams()))));

grant select, insert, update, delete on "DefaultView" to firebreak_app;
create policy "DefaultView is read" on "DefaultView" for select to firebreak_app using ("DefaultView"."personId" = firebreak_person());
create policy "DefaultView is inserted" on "DefaultView" for insert to firebreak_app with check (true);
create policy "DefaultView is updated" on "DefaultView" for update to firebreak_app using ("DefaultView"."personId" = firebreak_person()) with check (true);
create policy "DefaultView is deleted" on "DefaultView" for delete to firebreak_app using ("DefaultView"."personId" = firebreak_person());

grant select, insert, update on "Program" to firebreak_app;
create policy "Program is read" on "Program" for select to firebreak_app using (firebreak_role() in ('administrator', 'auditor', 'program_manager', 'member'));
create policy "Program is inserted" on "Program" for insert to firebreak_app with check (true);
create policy "Program is updated" on "Program" for update to firebreak_app using (firebreak_role() in ('administrator', 'auditor', 'program_manager', 'member')) with check (true);

grant select, insert on "ProgramStep" to firebreak_app;
create policy "ProgramStep is read" on "ProgramStep" for select to firebreak_app using (firebreak_role() in ('administrator', 'auditor', 'program_manager', 'member'));
create policy "ProgramStep is inserted" on "ProgramStep" for insert to firebreak_app with check (true);

grant select, insert, update, delete on "ProgramTeam" to firebreak_app;
create policy "ProgramTeam is read" on "ProgramTeam" for select to firebreak_app using (firebreak_role() in ('administrator', 'auditor', 'program_manager', 'member'));
create policy "ProgramTeam is inserted" on "ProgramTeam" for insert to firebreak_app with check (true);
create policy "ProgramTeam is updated" on "ProgramTeam" for update to firebreak_app using (firebreak_role() in ('administrator', 'auditor', 'program_manager', 'member')) with check (true);
create policy "ProgramTeam is deleted" on "ProgramTeam" for delete to firebreak_app using (firebreak_role() in ('administrator', 'auditor', 'program_manager', 'member'));

grant select, insert, delete on "ProgramService" to firebreak_app;
create policy "ProgramService is read" on "ProgramService" for select to firebreak_app using (firebreak_role() in ('administrator', 'auditor', 'program_manager', 'member'));
create policy "ProgramService is inserted" on "ProgramService" for insert to firebreak_app with check (true);
create policy "ProgramService is deleted" on "ProgramService" for delete to firebreak_app using (firebreak_role() in ('administrator', 'auditor', 'program_manager', 'member'));

grant select, insert, update on "Milestone" to firebreak_app;
create policy "Milestone is read" on "Milestone" for select to firebreak_app using (firebreak_role() in ('administrator', 'auditor', 'program_manager', 'member'));
create policy "Milestone is inserted" on "Milestone" for insert to firebreak_app with check (true);
create policy "Milestone is updated" on "Milestone" for update to firebreak_app using (firebreak_role() in ('administrator', 'auditor', 'program_manager', 'member')) with check (true);

grant select, insert on "MilestonePlan" to firebreak_app;
create policy "MilestonePlan is read" on "MilestonePlan" for select to firebreak_app using (firebreak_role() in ('administrator', 'auditor', 'program_manager', 'member'));
create policy "MilestonePlan is inserted" on "MilestonePlan" for insert to firebreak_app with check (true);

grant select, insert on "MilestoneStep" to firebreak_app;
create policy "MilestoneStep is read" on "MilestoneStep" for select to firebreak_app using (firebreak_role() in ('administrator', 'auditor', 'program_manager', 'member'));
create policy "MilestoneStep is inserted" on "MilestoneStep" for insert to firebreak_app with check (true);

grant select, insert, update on "Kpi" to firebreak_app;
create policy "Kpi is read" on "Kpi" for select to firebreak_app using (firebreak_role() in ('administrator', 'auditor', 'program_manager', 'member'));
create policy "Kpi is inserted" on "Kpi" for insert to firebreak_app with check (true);
create policy "Kpi is updated" on "Kpi" for update to firebreak_app using (firebreak_role() in ('administrator', 'auditor', 'program_manager', 'member')) with check (true);

grant select, insert on "KpiPlan" to firebreak_app;
create policy "KpiPlan is read" on "KpiPlan" for select to firebreak_app using (firebreak_role() in ('administrator', 'auditor', 'program_manager', 'member'));
create policy "KpiPlan is inserted" on "KpiPlan" for insert to firebreak_app with check (true);

grant select, insert on "KpiPoint" to firebreak_app;
create policy "KpiPoint is read" on "KpiPoint" for select to firebreak_app using (firebreak_role() in ('administrator', 'auditor', 'program_manager', 'member'));
create policy "KpiPoint is inserted" on "KpiPoint" for insert to firebreak_app with check (true);

grant select, insert on "ProgramRisk" to firebreak_app;
create policy "ProgramRisk is read" on "ProgramRisk" for select to firebreak_app using (firebreak_role() in ('administrator', 'auditor', 'program_manager', 'member'));
create policy "ProgramRisk is inserted" on "ProgramRisk" for insert to firebreak_app with check (true);

grant select, insert on "RiskAssessment" to firebreak_app;
create policy "RiskAssessment is read" on "RiskAssessment" for select to firebreak_app using (firebreak_role() in ('administrator', 'auditor', 'program_manager', 'member'));
create policy "RiskAssessment is inserted" on "RiskAssessment" for insert to firebreak_app with check (true);

grant select, insert on "ProgramDecision" to firebreak_app;
create policy "ProgramDecision is read" on "ProgramDecision" for select to firebreak_app using (firebreak_role() in ('administrator', 'auditor', 'program_manager', 'member'));
create policy "ProgramDecision is inserted" on "ProgramDecision" for insert to firebreak_app with check (true);

grant select, insert, update on "Watch" to firebreak_app;
create policy "Watch is read" on "Watch" for select to firebreak_app using (firebreak_role() in ('administrator', 'auditor', 'program_manager', 'member'));
create policy "Watch is inserted" on "Watch" for insert to firebreak_app with check (true);
create policy "Watch is updated" on "Watch" for update to firebreak_app using (firebreak_role() in ('administrator', 'auditor', 'program_manager', 'member')) with check (true);

grant select, insert on "ProgramLink" to firebreak_app;
create policy "ProgramLink is read" on "ProgramLink" for select to firebreak_app using ((firebreak_role() in ('administrator', 'auditor', 'program_manager', 'member') and ("ProgramLink"."incidentId" is null or exists (select 1 from "Incident" parent where parent."id" = "ProgramLink"."incidentId")) and ("ProgramLink"."postmortemId" is null or exists (select 1 from "Postmortem" parent where parent."id" = "ProgramLink"."postmortemId"))));
create policy "ProgramLink is inserted" on "ProgramLink" for insert to firebreak_app with check (true);

grant select, insert on "Assignment" to firebreak_app;
create policy "Assignment is read" on "Assignment" for select to firebreak_app using (exists (select 1 from "ActionItem" parent where parent."id" = "Assignment"."actionItemId"));
create policy "Assignment is inserted" on "Assignment" for insert to firebreak_app with check (true);

grant select on "ProgramHealth" to firebreak_app;
create policy "ProgramHealth is read" on "ProgramHealth" for select to firebreak_app using (firebreak_role() in ('administrator', 'auditor', 'program_manager', 'member'));

grant select, insert on "HealthOverride" to firebreak_app;
create policy "HealthOverride is read" on "HealthOverride" for select to firebreak_app using (firebreak_role() in ('administrator', 'auditor', 'program_manager', 'member'));
create policy "HealthOverride is inserted" on "HealthOverride" for insert to firebreak_app with check (true);

grant select, insert on "ProgramUpdate" to firebreak_app;
create policy "ProgramUpdate is read" on "ProgramUpdate" for select to firebreak_app using (firebreak_role() in ('administrator', 'auditor', 'program_manager', 'member'));
create policy "ProgramUpdate is inserted" on "ProgramUpdate" for insert to firebreak_app with check (true);

grant select, insert on "ProgramReport" to firebreak_app;
create policy "ProgramReport is read" on "ProgramReport" for select to firebreak_app using (firebreak_role() in ('administrator', 'auditor', 'program_manager', 'member'));
create policy "ProgramReport is inserted" on "ProgramReport" for insert to firebreak_app with check (true);

grant select, insert on "ProgramEffect" to firebreak_app;
create policy "ProgramEffect is read" on "ProgramEffect" for select to firebreak_app using ((firebreak_role() in ('administrator', 'auditor', 'program_manager', 'member') and exists (select 1 from "Incident" parent where parent."id" = "ProgramEffect"."incidentId")));
create policy "ProgramEffect is inserted" on "ProgramEffect" for insert to firebreak_app with check (true);

grant select, insert on "EffectAgreement" to firebreak_app;
create policy "EffectAgreement is read" on "EffectAgreement" for select to firebreak_app using (exists (select 1 from "ProgramEffect" parent where parent."id" = "EffectAgreement"."effectId"));
create policy "EffectAgreement is inserted" on "EffectAgreement" for insert to firebreak_app with check (true);

grant select, insert, update on "Risk" to firebreak_app;
create policy "Risk is read" on "Risk" for select to firebreak_app using (firebreak_role() in ('administrator', 'auditor', 'program_manager', 'member'));
create policy "Risk is inserted" on "Risk" for insert to firebreak_app with check (true);
create policy "Risk is updated" on "Risk" for update to firebreak_app using (firebreak_role() in ('administrator', 'auditor', 'program_manager', 'member')) with check (true);

grant select, insert on "RiskTreatment" to firebreak_app;
create policy "RiskTreatment is read" on "RiskTreatment" for select to firebreak_app using (firebreak_role() in ('administrator', 'auditor', 'program_manager', 'member'));
create policy "RiskTreatment is inserted" on "RiskTreatment" for insert to firebreak_app with check (true);

grant select, insert on "RiskTest" to firebreak_app;
create policy "RiskTest is read" on "RiskTest" for select to firebreak_app using (firebreak_role() in ('administrator', 'auditor', 'program_manager', 'member'));
create policy "RiskTest is inserted" on "RiskTest" for insert to firebreak_app with check (true);

grant select, insert, delete on "RiskDependency" to firebreak_app;
create policy "RiskDependency is read" on "RiskDependency" for select to firebreak_app using (firebreak_role() in ('administrator', 'auditor', 'program_manager', 'member'));
create policy "RiskDependency is inserted" on "RiskDependency" for insert to firebreak_app with check (true);
create policy "RiskDependency is deleted" on "RiskDependency" for delete to firebreak_app using (firebreak_role() in ('administrator', 'auditor', 'program_manager', 'member'));

grant select, insert, delete on "RiskService" to firebreak_app;
create policy "RiskService is read" on "RiskService" for select to firebreak_app using (firebreak_role() in ('administrator', 'auditor', 'program_manager', 'member'));
create policy "RiskService is inserted" on "RiskService" for insert to firebreak_app with check (true);
create policy "RiskService is deleted" on "RiskService" for delete to firebreak_app using (firebreak_role() in ('administrator', 'auditor', 'program_manager', 'member'));

grant select, insert, delete on "RiskIncident" to firebreak_app;
create policy "RiskIncident is read" on "RiskIncident" for select to firebreak_app using ((firebreak_role() in ('administrator', 'auditor', 'program_manager', 'member') and exists (select 1 from "Incident" parent where parent."id" = "RiskIncident"."incidentId")));
create policy "RiskIncident is inserted" on "RiskIncident" for insert to firebreak_app with check (true);
create policy "RiskIncident is deleted" on "RiskIncident" for delete to firebreak_app using ((firebreak_role() in ('administrator', 'auditor', 'program_manager', 'member') and exists (select 1 from "Incident" parent where parent."id" = "RiskIncident"."incidentId")));

grant select, insert, update on "Exercise" to firebreak_app;
create policy "Exercise is read" on "Exercise" for select to firebreak_app using (firebreak_role() in ('administrator', 'auditor', 'program_manager', 'member'));
create policy "Exercise is inserted" on "Exercise" for insert to firebreak_app with check (true);
create policy "Exercise is updated" on "Exercise" for update to firebreak_app using (firebreak_role() in ('administrator', 'auditor', 'program_manager', 'member')) with check (true);

grant select, insert on "ExerciseStep" to firebreak_app;
create policy "ExerciseStep is read" on "ExerciseStep" for select to firebreak_app using (firebreak_role() in ('administrator', 'auditor', 'program_manager', 'member'));
create policy "ExerciseStep is inserted" on "ExerciseStep" for insert to firebreak_app with check (true);

grant select, insert on "ExerciseEntry" to firebreak_app;
create policy "ExerciseEntry is read" on "ExerciseEntry" for select to firebreak_app using (firebreak_role() in ('administrator', 'auditor', 'program_manager', 'member'));
create policy "ExerciseEntry is inserted" on "ExerciseEntry" for insert to firebreak_app with check (true);

grant select, insert on "ExerciseResult" to firebreak_app;
create policy "ExerciseResult is read" on "ExerciseResult" for select to firebreak_app using (firebreak_role() in ('administrator', 'auditor', 'program_manager', 'member'));
create policy "ExerciseResult is inserted" on "ExerciseResult" for insert to firebreak_app with check (true);

grant select, insert on "Finding" to firebreak_app;
create policy "Finding is read" on "Finding" for select to firebreak_app using (firebreak_role() in ('administrator', 'auditor', 'program_manager', 'member'));
create policy "Finding is inserted" on "Finding" for insert to firebreak_app with check (true);

grant select, insert, delete on "ExerciseService" to firebreak_app;
create policy "ExerciseService is read" on "ExerciseService" for select to firebreak_app using (firebreak_role() in ('administrator', 'auditor', 'program_manager', 'member'));
create policy "ExerciseService is inserted" on "ExerciseService" for insert to firebreak_app with check (true);
create policy "ExerciseService is deleted" on "ExerciseService" for delete to firebreak_app using (firebreak_role() in ('administrator', 'auditor', 'program_manager', 'member'));

grant select, insert, delete on "ExerciseRisk" to firebreak_app;
create policy "ExerciseRisk is read" on "ExerciseRisk" for select to firebreak_app using (firebreak_role() in ('administrator', 'auditor', 'program_manager', 'member'));
create policy "ExerciseRisk is inserted" on "ExerciseRisk" for insert to firebreak_app with check (true);
create policy "ExerciseRisk is deleted" on "ExerciseRisk" for delete to firebreak_app using (firebreak_role() in ('administrator', 'auditor', 'program_manager', 'member'));

grant select, insert, delete on "ExerciseIncident" to firebreak_app;
create policy "ExerciseIncident is read" on "ExerciseIncident" for select to firebreak_app using ((firebreak_role() in ('administrator', 'auditor', 'program_manager', 'member') and exists (select 1 from "Incident" parent where parent."id" = "ExerciseIncident"."incidentId")));
create policy "ExerciseIncident is inserted" on "ExerciseIncident" for insert to firebreak_app with check (true);
create policy "ExerciseIncident is deleted" on "ExerciseIncident" for delete to firebreak_app using ((firebreak_role() in ('administrator', 'auditor', 'program_manager', 'member') and exists (select 1 from "Incident" parent where parent."id" = "ExerciseIncident"."incidentId")));

grant select, insert, update on "Sweep" to firebreak_app;
create policy "Sweep is read" on "Sweep" for select to firebreak_app using (firebreak_role() in ('administrator', 'auditor', 'program_manager', 'member'));
create policy "Sweep is inserted" on "Sweep" for insert to firebreak_app with check (true);
create policy "Sweep is updated" on "Sweep" for update to firebreak_app using (firebreak_role() in ('administrator', 'auditor', 'program_manager', 'member')) with check (true);

grant select, insert, delete on "SweepClosure" to firebreak_app;
create policy "SweepClosure is read" on "SweepClosure" for select to firebreak_app using (firebreak_role() in ('administrator', 'auditor', 'program_manager', 'member'));
create policy "SweepClosure is inserted" on "SweepClosure" for insert to firebreak_app with check (true);
create policy "SweepClosure is deleted" on "SweepClosure" for delete to firebreak_app using (firebreak_role() in ('administrator', 'auditor', 'program_manager', 'member'));

grant select, insert on "SweepTarget" to firebreak_app;
create policy "SweepTarget is read" on "SweepTarget" for select to firebreak_app using (firebreak_role() in ('administrator', 'auditor', 'program_manager', 'member'));
create policy "SweepTarget is inserted" on "SweepTarget" for insert to firebreak_app with check (true);

grant select, insert on "ExposureAnswer" to firebreak_app;
create policy "ExposureAnswer is read" on "ExposureAnswer" for select to firebreak_app using (firebreak_role() in ('administrator', 'auditor', 'program_manager', 'member'));
create policy "ExposureAnswer is inserted" on "ExposureAnswer" for insert to firebreak_app with check (true);

grant select, insert, delete on "ItemSource" to firebreak_app;
create policy "ItemSource is read" on "ItemSource" for select to firebreak_app using ((firebreak_role() in ('administrator', 'auditor', 'program_manager', 'member') and exists (select 1 from "ActionItem" parent where parent."id" = "ItemSource"."actionItemId")));
create policy "ItemSource is inserted" on "ItemSource" for insert to firebreak_app with check (true);
create policy "ItemSource is deleted" on "ItemSource" for delete to firebreak_app using ((firebreak_role() in ('administrator', 'auditor', 'program_manager', 'member') and exists (select 1 from "ActionItem" parent where parent."id" = "ItemSource"."actionItemId")));

grant select, insert, update on "Guide" to firebreak_app;
create policy "Guide is read" on "Guide" for select to firebreak_app using (firebreak_person() is not null);
create policy "Guide is inserted" on "Guide" for insert to firebreak_app with check (true);
create policy "Guide is updated" on "Guide" for update to firebreak_app using (firebreak_person() is not null) with check (true);

grant select, insert on "GuideFlag" to firebreak_app;
create policy "GuideFlag is read" on "GuideFlag" for select to firebreak_app using ((firebreak_role() in ('administrator', 'auditor', 'program_manager', 'member') and ("GuideFlag"."incidentId" is null or exists (select 1 from "Incident" parent where parent."id" = "GuideFlag"."incidentId")) and ("GuideFlag"."postmortemId" is null or exists (select 1 from "Postmortem" parent where parent."id" = "GuideFlag"."postmortemId"))));
create policy "GuideFlag is inserted" on "GuideFlag" for insert to firebreak_app with check (true);

grant select, insert on "GuideAnswer" to firebreak_app;
create policy "GuideAnswer is read" on "GuideAnswer" for select to firebreak_app using ((firebreak_role() in ('administrator', 'auditor', 'program_manager', 'member') and ("GuideAnswer"."flagId" is null or exists (select 1 from "GuideFlag" parent where parent."id" = "GuideAnswer"."flagId"))));
create policy "GuideAnswer is inserted" on "GuideAnswer" for insert to firebreak_app with check (true);

grant select, insert on "GuideProposal" to firebreak_app;
create policy "GuideProposal is read" on "GuideProposal" for select to firebreak_app using (firebreak_role() in ('administrator', 'auditor', 'program_manager', 'member'));
create policy "GuideProposal is inserted" on "GuideProposal" for insert to firebreak_app with check (true);

grant select, insert on "ProposalClosing" to firebreak_app;
create policy "ProposalClosing is read" on "ProposalClosing" for select to firebreak_app using (firebreak_role() in ('administrator', 'auditor', 'program_manager', 'member'));
create policy "ProposalClosing is inserted" on "ProposalClosing" for insert to firebreak_app with check (true);

grant select, insert, update on "Checklist" to firebreak_app;
create policy "Checklist is read" on "Checklist" for select to firebreak_app using (firebreak_role() in ('administrator', 'auditor', 'program_manager', 'member'));
create policy "Checklist is inserted" on "Checklist" for insert to firebreak_app with check (true);
create policy "Checklist is updated" on "Checklist" for update to firebreak_app using (firebreak_role() in ('administrator', 'auditor', 'program_manager', 'member')) with check (true);

grant select, insert on "ChecklistItem" to firebreak_app;
create policy "ChecklistItem is read" on "ChecklistItem" for select to firebreak_app using (firebreak_role() in ('administrator', 'auditor', 'program_manager', 'member'));
create policy "ChecklistItem is inserted" on "ChecklistItem" for insert to firebreak_app with check (true);

grant select, insert on "ChecklistMark" to firebreak_app;
create policy "ChecklistMark is read" on "ChecklistMark" for select to firebreak_app using (firebreak_role() in ('administrator', 'auditor', 'program_manager', 'member'));
create policy "ChecklistMark is inserted" on "ChecklistMark" for insert to firebreak_app with check (true);

grant select, insert on "ChecklistEnd" to firebreak_app;
create policy "ChecklistEnd is read" on "ChecklistEnd" for select to firebreak_app using (firebreak_role() in ('administrator', 'auditor', 'program_manager', 'member'));
create policy "ChecklistEnd is inserted" on "ChecklistEnd" for insert to firebreak_app with check (true);

grant select, insert, update, delete on "ReviewRule" to firebreak_app;
create policy "ReviewRule is read" on "ReviewRule" for select to firebreak_app using (firebreak_person() is not null);
create policy "ReviewRule is inserted" on "ReviewRule" for insert to firebreak_app with check (true);
create policy "ReviewRule is updated" on "ReviewRule" for update to firebreak_app using (firebreak_person() is not null) with check (true);
create policy "ReviewRule is deleted" on "ReviewRule" for delete to firebreak_app using (firebreak_person() is not null);

grant select, insert, delete on "Holiday" to firebreak_app;
create policy "Holiday is read" on "Holiday" for select to firebreak_app using (firebreak_person() is not null);
create policy "Holiday is inserted" on "Holiday" for insert to firebreak_app with check (true);
create policy "Holiday is deleted" on "Holiday" for delete to firebreak_app using (firebreak_person() is not null);

grant select, insert, update on "Notification" to firebreak_app;
create policy "Notification is read" on "Notification" for select to firebreak_app using (("Notification"."personId" = firebreak_person() and (case "Notification"."subjectKind"
    when 'postmortem' then exists (select 1 from "Postmortem" s where s."id" = "Notification"."subjectId")
    when 'incident' then exists (select 1 from "Incident" s where s."id" = "Notification"."subjectId") and ("Notification"."data"->>'otherId' is null or exists (select 1 from "Incident" o where o."id" = ("Notification"."data"->>'otherId')::uuid))
    when 'action_item' then exists (select 1 from "ActionItem" s where s."id" = "Notification"."subjectId")
    when 'risk' then exists (select 1 from "Risk" s where s."id" = "Notification"."subjectId")
    when 'exercise' then exists (select 1 from "Exercise" s where s."id" = "Notification"."subjectId")
    when 'sweep' then exists (select 1 from "Sweep" s where s."id" = "Notification"."subjectId")
    when 'program' then exists (select 1 from "Program" s where s."id" = "Notification"."subjectId")
    when 'guide' then (firebreak_role() in ('administrator', 'auditor', 'program_manager', 'member') and ("Notification"."data"->>'flagId' is null
      or exists (select 1 from "GuideFlag" f where f."id" = ("Notification"."data"->>'flagId')::uuid)))
    else "Notification"."subjectKind" = 'person' end)));
create policy "Notification is inserted" on "Notification" for insert to firebreak_app with check (true);
create policy "Notification is updated" on "Notification" for update to firebreak_app using (("Notification"."personId" = firebreak_person() and (case "Notification"."subjectKind"
    when 'postmortem' then exists (select 1 from "Postmortem" s where s."id" = "Notification"."subjectId")
    when 'incident' then exists (select 1 from "Incident" s where s."id" = "Notification"."subjectId") and ("Notification"."data"->>'otherId' is null or exists (select 1 from "Incident" o where o."id" = ("Notification"."data"->>'otherId')::uuid))
    when 'action_item' then exists (select 1 from "ActionItem" s where s."id" = "Notification"."subjectId")
    when 'risk' then exists (select 1 from "Risk" s where s."id" = "Notification"."subjectId")
    when 'exercise' then exists (select 1 from "Exercise" s where s."id" = "Notification"."subjectId")
    when 'sweep' then exists (select 1 from "Sweep" s where s."id" = "Notification"."subjectId")
    when 'program' then exists (select 1 from "Program" s where s."id" = "Notification"."subjectId")
    when 'guide' then (firebreak_role() in ('administrator', 'auditor', 'program_manager', 'member') and ("Notification"."data"->>'flagId' is null
      or exists (select 1 from "GuideFlag" f where f."id" = ("Notification"."data"->>'flagId')::uuid)))
    else "Notification"."subjectKind" = 'person' end))) with check (true);

grant select, insert, update on "MailSettings" to firebreak_app;
create policy "MailSettings is read" on "MailSettings" for select to firebreak_app using ("MailSettings"."personId" = firebreak_person());
create policy "MailSettings is inserted" on "MailSettings" for insert to firebreak_app with check (true);
create policy "MailSettings is updated" on "MailSettings" for update to firebreak_app using ("MailSettings"."personId" = firebreak_person()) with check (true);

grant select, insert, delete on "Watcher" to firebreak_app;
create policy "Watcher is read" on "Watcher" for select to firebreak_app using ("Watcher"."personId" = firebreak_person());
create policy "Watcher is inserted" on "Watcher" for insert to firebreak_app with check (true);
create policy "Watcher is deleted" on "Watcher" for delete to firebreak_app using ("Watcher"."personId" = firebreak_person());

grant select on "Digest" to firebreak_app;
create policy "Digest is read" on "Digest" for select to firebreak_app using (false);

grant select, insert on "Event" to firebreak_app;
create policy "Event is read" on "Event" for select to firebreak_app using ((case "Event"."subjectKind"
    when 'postmortem' then exists (select 1 from "Postmortem" s where s."id" = "Event"."subjectId") or ("Event"."data"->>'breakGlass' = 'true' and (firebreak_role() in ('administrator') or firebreak_role() in ('auditor')))
    when 'incident' then (exists (select 1 from "Incident" s where s."id" = "Event"."subjectId") and ("Event"."data"->>'otherId' is null or exists (select 1 from "Incident" o where o."id" = ("Event"."data"->>'otherId')::uuid))) or ("Event"."data"->>'breakGlass' = 'true' and (firebreak_role() in ('administrator') or firebreak_role() in ('auditor')))
    when 'action_item' then exists (select 1 from "ActionItem" s where s."id" = "Event"."subjectId")
    when 'risk' then exists (select 1 from "Risk" s where s."id" = "Event"."subjectId")
    when 'exercise' then exists (select 1 from "Exercise" s where s."id" = "Event"."subjectId")
    when 'sweep' then exists (select 1 from "Sweep" s where s."id" = "Event"."subjectId")
    when 'program' then exists (select 1 from "Program" s where s."id" = "Event"."subjectId") and ("Event"."data"->>'otherId' is null
      or exists (select 1 from "Incident" o where o."id" = ("Event"."data"->>'otherId')::uuid)
      or exists (select 1 from "Postmortem" o where o."id" = ("Event"."data"->>'otherId')::uuid))
    when 'guide' then (firebreak_role() in ('administrator', 'auditor', 'program_manager', 'member') and ("Event"."data"->>'flagId' is null
      or exists (select 1 from "GuideFlag" f where f."id" = ("Event"."data"->>'flagId')::uuid)))
    when 'checklist' then exists (select 1 from "Checklist" s where s."id" = "Event"."subjectId")
    when 'hint' then exists (select 1 from "Postmortem" parent where parent."id" = "Event"."subjectId" and (firebreak_reviews(parent."id") or (firebreak_role() in ('administrator', 'program_manager', 'member') and ((parent."visibility" = 'company' and firebreak_role() in ('administrator', 'auditor', 'program_manager', 'member')) or (parent."visibility" = 'team' and parent."teamId" = any(firebreak_teams())) or (not parent."visibility" = 'restricted' and (firebreak_role() in ('administrator', 'auditor', 'program_manager') or parent."leadId" = firebreak_person() or firebreak_reviews(parent."id"))) or (firebreak_sees_restricted() and firebreak_has_postmortem_grant(parent."id"))) and (parent."leadId" = firebreak_person() or parent."teamId" = any(firebreak_edited_teams())))))
      or ("Event"."name" in ('hint.dismissed_for_everyone', 'hint.returned_to_everyone') and firebreak_role() in ('administrator', 'auditor', 'program_manager', 'member'))
    when 'comment' then exists (select 1 from "Thread" s where s."id" = "Event"."subjectId")
    when 'team' then firebreak_role() in ('administrator', 'auditor', 'program_manager', 'member')
    when 'service' then firebreak_role() in ('administrator', 'auditor', 'program_manager', 'member')
    when 'template' then firebreak_role() in ('administrator', 'auditor', 'program_manager', 'member')
    else (firebreak_role() in ('administrator') or firebreak_role() in ('auditor')) or "Event"."subjectId" = firebreak_person() or "Event"."actorId" = firebreak_person() end));
create policy "Event is inserted" on "Event" for insert to firebreak_app with check (true);

grant select, insert on "Outbox" to firebreak_app;
create policy "Outbox is read" on "Outbox" for select to firebreak_app using (false);
create policy "Outbox is inserted" on "Outbox" for insert to firebreak_app with check (true);

grant select on "SearchDocument" to firebreak_app;
create policy "SearchDocument is read" on "SearchDocument" for select to firebreak_app using ((case "SearchDocument"."kind"
    when 'postmortem' then exists (select 1 from "Postmortem" p where p."id" = "SearchDocument"."id" and ((p."visibility" = 'company' and firebreak_role() in ('administrator', 'auditor', 'program_manager', 'member')) or (p."visibility" = 'team' and p."teamId" = any(firebreak_teams())) or (not p."visibility" = 'restricted' and (firebreak_role() in ('administrator', 'auditor', 'program_manager') or p."leadId" = firebreak_person() or firebreak_reviews(p."id"))) or (firebreak_sees_restricted() and firebreak_has_postmortem_grant(p."id"))))
    when 'incident' then exists (select 1 from "Incident" i where i."id" = "SearchDocument"."id" and ((i."visibility" = 'company' and firebreak_role() in ('administrator', 'auditor', 'program_manager', 'member')) or (i."visibility" = 'team' and i."teamId" = any(firebreak_teams())) or (not i."visibility" = 'restricted' and (firebreak_role() in ('administrator', 'auditor', 'program_manager') or i."createdById" = firebreak_person())) or (firebreak_sees_restricted() and firebreak_has_incident_grant(i."id"))))
    when 'action_item' then exists (select 1 from "ActionItem" a where a."id" = "SearchDocument"."id" and (case when a."postmortemId" is null
      then firebreak_role() in ('administrator', 'auditor', 'program_manager', 'member')
      else exists (select 1 from "Postmortem" p where p."id" = a."postmortemId" and ((p."visibility" = 'company' and firebreak_role() in ('administrator', 'auditor', 'program_manager', 'member')) or (p."visibility" = 'team' and p."teamId" = any(firebreak_teams())) or (not p."visibility" = 'restricted' and (firebreak_role() in ('administrator', 'auditor', 'program_manager') or p."leadId" = firebreak_person() or firebreak_reviews(p."id"))) or (firebreak_sees_restricted() and firebreak_has_postmortem_grant(p."id")))) end))
    when 'comment' then exists (select 1 from "Thread" t join "Postmortem" p on p."id" = t."postmortemId" where t."id" = "SearchDocument"."id" and ((p."visibility" = 'company' and firebreak_role() in ('administrator', 'auditor', 'program_manager', 'member')) or (p."visibility" = 'team' and p."teamId" = any(firebreak_teams())) or (not p."visibility" = 'restricted' and (firebreak_role() in ('administrator', 'auditor', 'program_manager') or p."leadId" = firebreak_person() or firebreak_reviews(p."id"))) or (firebreak_sees_restricted() and firebreak_has_postmortem_grant(p."id"))) and (p."publishedAt" is null or (firebreak_role() in ('administrator', 'program_manager', 'member') and ((p."visibility" = 'company' and firebreak_role() in ('administrator', 'auditor', 'program_manager', 'member')) or (p."visibility" = 'team' and p."teamId" = any(firebreak_teams())) or (not p."visibility" = 'restricted' and (firebreak_role() in ('administrator', 'auditor', 'program_manager') or p."leadId" = firebreak_person() or firebreak_reviews(p."id"))) or (firebreak_sees_restricted() and firebreak_has_postmortem_grant(p."id"))) and (p."leadId" = firebreak_person() or p."teamId" = any(firebreak_edited_teams())))))
    when 'program' then firebreak_role() in ('administrator', 'auditor', 'program_manager', 'member')
    when 'risk' then firebreak_role() in ('administrator', 'auditor', 'program_manager', 'member')
    when 'exercise' then firebreak_role() in ('administrator', 'auditor', 'program_manager', 'member')
    when 'guide' then firebreak_person() is not null
    when 'mechanism' then firebreak_person() is not null
    when 'service' then firebreak_person() is not null
    else false end));

grant select on "SearchFacet" to firebreak_app;
create policy "SearchFacet is read" on "SearchFacet" for select to firebreak_app using ((case "SearchFacet"."kind"
    when 'postmortem' then exists (select 1 from "Postmortem" p where p."id" = "SearchFacet"."id" and ((p."visibility" = 'company' and firebreak_role() in ('administrator', 'auditor', 'program_manager', 'member')) or (p."visibility" = 'team' and p."teamId" = any(firebreak_teams())) or (not p."visibility" = 'restricted' and (firebreak_role() in ('administrator', 'auditor', 'program_manager') or p."leadId" = firebreak_person() or firebreak_reviews(p."id"))) or (firebreak_sees_restricted() and firebreak_has_postmortem_grant(p."id"))))
    when 'incident' then exists (select 1 from "Incident" i where i."id" = "SearchFacet"."id" and ((i."visibility" = 'company' and firebreak_role() in ('administrator', 'auditor', 'program_manager', 'member')) or (i."visibility" = 'team' and i."teamId" = any(firebreak_teams())) or (not i."visibility" = 'restricted' and (firebreak_role() in ('administrator', 'auditor', 'program_manager') or i."createdById" = firebreak_person())) or (firebreak_sees_restricted() and firebreak_has_incident_grant(i."id"))))
    when 'action_item' then exists (select 1 from "ActionItem" a where a."id" = "SearchFacet"."id" and (case when a."postmortemId" is null
      then firebreak_role() in ('administrator', 'auditor', 'program_manager', 'member')
      else exists (select 1 from "Postmortem" p where p."id" = a."postmortemId" and ((p."visibility" = 'company' and firebreak_role() in ('administrator', 'auditor', 'program_manager', 'member')) or (p."visibility" = 'team' and p."teamId" = any(firebreak_teams())) or (not p."visibility" = 'restricted' and (firebreak_role() in ('administrator', 'auditor', 'program_manager') or p."leadId" = firebreak_person() or firebreak_reviews(p."id"))) or (firebreak_sees_restricted() and firebreak_has_postmortem_grant(p."id")))) end))
    when 'comment' then exists (select 1 from "Thread" t join "Postmortem" p on p."id" = t."postmortemId" where t."id" = "SearchFacet"."id" and ((p."visibility" = 'company' and firebreak_role() in ('administrator', 'auditor', 'program_manager', 'member')) or (p."visibility" = 'team' and p."teamId" = any(firebreak_teams())) or (not p."visibility" = 'restricted' and (firebreak_role() in ('administrator', 'auditor', 'program_manager') or p."leadId" = firebreak_person() or firebreak_reviews(p."id"))) or (firebreak_sees_restricted() and firebreak_has_postmortem_grant(p."id"))) and (p."publishedAt" is null or (firebreak_role() in ('administrator', 'program_manager', 'member') and ((p."visibility" = 'company' and firebreak_role() in ('administrator', 'auditor', 'program_manager', 'member')) or (p."visibility" = 'team' and p."teamId" = any(firebreak_teams())) or (not p."visibility" = 'restricted' and (firebreak_role() in ('administrator', 'auditor', 'program_manager') or p."leadId" = firebreak_person() or firebreak_reviews(p."id"))) or (firebreak_sees_restricted() and firebreak_has_postmortem_grant(p."id"))) and (p."leadId" = firebreak_person() or p."teamId" = any(firebreak_edited_teams())))))
    when 'program' then firebreak_role() in ('administrator', 'auditor', 'program_manager', 'member')
    when 'risk' then firebreak_role() in ('administrator', 'auditor', 'program_manager', 'member')
    when 'exercise' then firebreak_role() in ('administrator', 'auditor', 'program_manager', 'member')
    when 'guide' then firebreak_person() is not null
    when 'mechanism' then firebreak_person() is not null
    when 'service' then firebreak_person() is not null
    else false end));

grant select, insert, update, delete on "IdempotencyKey" to firebreak_app;
create policy "IdempotencyKey is read" on "IdempotencyKey" for select to firebreak_app using ("IdempotencyKey"."actorId" = firebreak_person());
create policy "IdempotencyKey is inserted" on "IdempotencyKey" for insert to firebreak_app with check (true);
create policy "IdempotencyKey is updated" on "IdempotencyKey" for update to firebreak_app using ("IdempotencyKey"."actorId" = firebreak_person()) with check (true);
create policy "IdempotencyKey is deleted" on "IdempotencyKey" for delete to firebreak_app using ("IdempotencyKey"."actorId" = firebreak_person());

drop function if exists firebreak_search(tsquery, text[], integer);
drop function if exists firebreak_search(text[], text[], tsquery, tsquery, text[], integer);
drop function if exists firebreak_terms(text);

create or replace function firebreak_stands(word text) returns boolean language plpgsql stable security definer set search_path = public set jit = off set plan_cache_mode = force_generic_plan
  as $$ begin
  return exists (select 1 from (select t."document" from "SearchTerm" t where t."term" = word collate "C" limit 500) t
    cross join lateral (select s."kind", s."id" from "SearchDocument" s where s."ordinal" = t."document" limit 1) d where (case d."kind"
    when 'postmortem' then exists (select 1 from "Postmortem" p where p."id" = d."id" and ((p."visibility" = 'company' and firebreak_role() in ('administrator', 'auditor', 'program_manager', 'member')) or (p."visibility" = 'team' and p."teamId" = any(firebreak_teams())) or (not p."visibility" = 'restricted' and (firebreak_role() in ('administrator', 'auditor', 'program_manager') or p."leadId" = firebreak_person() or firebreak_reviews(p."id"))) or (firebreak_sees_restricted() and firebreak_has_postmortem_grant(p."id"))))
    when 'incident' then exists (select 1 from "Incident" i where i."id" = d."id" and ((i."visibility" = 'company' and firebreak_role() in ('administrator', 'auditor', 'program_manager', 'member')) or (i."visibility" = 'team' and i."teamId" = any(firebreak_teams())) or (not i."visibility" = 'restricted' and (firebreak_role() in ('administrator', 'auditor', 'program_manager') or i."createdById" = firebreak_person())) or (firebreak_sees_restricted() and firebreak_has_incident_grant(i."id"))))
    when 'action_item' then exists (select 1 from "ActionItem" a where a."id" = d."id" and (case when a."postmortemId" is null
      then firebreak_role() in ('administrator', 'auditor', 'program_manager', 'member')
      else exists (select 1 from "Postmortem" p where p."id" = a."postmortemId" and ((p."visibility" = 'company' and firebreak_role() in ('administrator', 'auditor', 'program_manager', 'member')) or (p."visibility" = 'team' and p."teamId" = any(firebreak_teams())) or (not p."visibility" = 'restricted' and (firebreak_role() in ('administrator', 'auditor', 'program_manager') or p."leadId" = firebreak_person() or firebreak_reviews(p."id"))) or (firebreak_sees_restricted() and firebreak_has_postmortem_grant(p."id")))) end))
    when 'comment' then exists (select 1 from "Thread" t join "Postmortem" p on p."id" = t."postmortemId" where t."id" = d."id" and ((p."visibility" = 'company' and firebreak_role() in ('administrator', 'auditor', 'program_manager', 'member')) or (p."visibility" = 'team' and p."teamId" = any(firebreak_teams())) or (not p."visibility" = 'restricted' and (firebreak_role() in ('administrator', 'auditor', 'program_manager') or p."leadId" = firebreak_person() or firebreak_reviews(p."id"))) or (firebreak_sees_restricted() and firebreak_has_postmortem_grant(p."id"))) and (p."publishedAt" is null or (firebreak_role() in ('administrator', 'program_manager', 'member') and ((p."visibility" = 'company' and firebreak_role() in ('administrator', 'auditor', 'program_manager', 'member')) or (p."visibility" = 'team' and p."teamId" = any(firebreak_teams())) or (not p."visibility" = 'restricted' and (firebreak_role() in ('administrator', 'auditor', 'program_manager') or p."leadId" = firebreak_person() or firebreak_reviews(p."id"))) or (firebreak_sees_restricted() and firebreak_has_postmortem_grant(p."id"))) and (p."leadId" = firebreak_person() or p."teamId" = any(firebreak_edited_teams())))))
    when 'program' then firebreak_role() in ('administrator', 'auditor', 'program_manager', 'member')
    when 'risk' then firebreak_role() in ('administrator', 'auditor', 'program_manager', 'member')
    when 'exercise' then firebreak_role() in ('administrator', 'auditor', 'program_manager', 'member')
    when 'guide' then firebreak_person() is not null
    when 'mechanism' then firebreak_person() is not null
    when 'service' then firebreak_person() is not null
    else false end));
end $$;

create or replace function firebreak_terms(query text, exact text[], also text)
  returns table (term text, way text, word text, documents integer) language plpgsql stable security definer set search_path = public set jit = off set plan_cache_mode = force_generic_plan
  as $$ begin
  return query
  with asked as materialized (
    select l.lexeme as term, firebreak_stands(l.lexeme) as known, l.positions[cardinality(l.positions)] = max(l.positions[cardinality(l.positions)]) over () as last
    from unnest(to_tsvector('firebreak', query)) l where length(l.lexeme) <= 64
  ), whole as materialized (
    select e.term, firebreak_stands(e.term) as known, e.place = cardinality(exact) as last
    from unnest(exact) with ordinality e(term, place) where e.term not in (select a.term from asked a)
  ), unknown as materialized (
    select a.term, a.last from asked a where not a.known and length(a.term) >= 3 and a.term !~ '[0-9]'
  ), guesses as materialized (
    select u.term, 'near' as way, g."term" as word, g."open" as documents from unknown u cross join lateral (
      select w."term", w."open" from "SearchWord" w where w."near" && firebreak_near(u.term) limit 100) g
    union all
    select u.term, 'shorter', g."term", g."open" from unknown u cross join generate_series(5, length(u.term) - 2) l cross join lateral (
      select w."term", w."open" from "SearchWord" w where w."term" = left(u.term, l) collate "C" limit 1) g
    union all
    select u.term, 'longer', g."term", g."open" from unknown u cross join lateral (
      select w."term", w."open" from "SearchWord" w where w."term" > u.term collate "C" and w."term" < (u.term || chr(1114111)) collate "C"
      order by w."open" desc, w."term" limit 5) g where u.last
    union all
    select u.term, 'longer', g."term", g."open" from whole u cross join lateral (
      select w."term", w."open" from "SearchWord" w where w."term" > u.term collate "C" and w."term" < (u.term || chr(1114111)) collate "C"
      order by w."open" desc, w."term" limit 5) g where u.last and not u.known and length(u.term) >= 3
  )
  select a.term, case when a.known then 'same' else 'unknown' end, a.term, 0 from asked a
  union all
  select l.lexeme, 'also', l.lexeme, 0 from unnest(to_tsvector('firebreak', also)) l where firebreak_stands(l.lexeme)
  union all
  select e.term, case when e.known then 'same' else 'absent' end, e.term, 0 from whole e
  union all
  select g.term, g.way, g.word, g.documents from guesses g where firebreak_stands(g.word);
end $$;

create or replace function firebreak_rare(words text[], own uuid[], most integer)
  returns table (term text, word text) language plpgsql stable security definer set search_path = public set jit = off set plan_cache_mode = force_generic_plan
  as $$ begin
  return query
  with itself as materialized (
    select d."ordinal" from "SearchDocument" d where d."kind" in ('incident', 'postmortem') and d."id" = any (own) and d."open"
  )
  select l.lexeme, words[l.positions[1]] from unnest(to_tsvector('firebreak', array_to_string(words, ' '))) l
  join "SearchWord" s on s."term" = l.lexeme collate "C"
  where length(l.lexeme) between 4 and 64
    and s."open" <= (select least(sum(c."documents") / 20, 3 + sum(c."documents") / 100) from "SearchCorpus" c)
    and s."open" > greatest(1, (select count(*) from itself i join "SearchTerm" t on t."document" = i."ordinal" and t."term" = s."term"))
  order by s."open", l.lexeme limit most;
end $$;

create or replace function firebreak_search(words text[], boosts real[], asked integer, must text[], phrase tsquery, without tsquery, narrow text[], narrow_group integer[], barred text[], since timestamptz, until timestamptz, most integer)
  returns table (kind text, id uuid, score real, tags text[]) language plpgsql stable security definer set search_path = public set jit = off set plan_cache_mode = force_generic_plan set work_mem = '32MB'
  as $$ begin
  return query
  with corpus as materialized (
    select greatest(sum(c."documents"), 1)::float8 as documents, greatest(sum(c."length") / greatest(sum(c."documents"), 1), 1) as mean from "SearchCorpus" c
  ), wanted as materialized (
    select array_agg(n.tag) as tags from unnest(narrow, narrow_group) n(tag, grp) group by n.grp
  ), needed as materialized (
    select p.term, bit_or(case when p.next_place = p.place + 1 then firebreak_bit(p.next) else 0 end
      | case when p.previous_place = p.place - 1 then firebreak_bit(p.previous) << 16 else 0 end) as beside from (
      select l.lexeme as term, a.place, lead(l.lexeme) over later as next, lead(a.place) over later as next_place,
        lag(l.lexeme) over later as previous, lag(a.place) over later as previous_place
      from unnest(must) with ordinality m(phrase, nth), unnest(to_tsvector('firebreak', m.phrase)) l, unnest(l.positions) a(place)
      window later as (partition by m.nth order by a.place)) p group by p.term
  ), weighed as materialized (
    select w."term", b.boost, n.term is not null as needed, coalesce(n.beside, 0) as beside, w."open" / c.documents as share, 1.2 * 0.6::float8 / c.mean as slope,
      b.boost * 2.2 * ln(1 + greatest(c.documents - w."open" + 0.5, 0.5) / (w."open" + 0.5)) as gain,
      sum(w."documents") over (order by n.term is null, w."documents", w."term") = w."documents"
        or sum(w."documents") over (order by n.term is null, w."documents", w."term") <= 12000 and (w."open" < c.documents / 2 or sum(w."documents") over (order by n.term is null, w."documents", w."term") - w."documents" < 5 * (least(most, 500) + 60)) as whole
    from unnest(words, boosts) b(word, boost) join "SearchWord" w on w."term" = b.word collate "C" cross join corpus c
      left join needed n on n.term = w."term" collate "C"
  ), rest as materialized (
    select coalesce(sum(w.boost * w.share) filter (where not w.whole), 0) as matched, coalesce(sum(w.gain * w.share) filter (where not w.whole), 0) * 0.6 as score,
      count(*) filter (where w.whole) = 1 as alone, (select count(*) from needed) - count(*) filter (where w.needed and not w.whole) as due
    from weighed w
  ), close as materialized (
    select w.tags, s."document" from wanted w cross join lateral (select s."document" from "SearchFacet" s where s."tags" && w.tags limit 5000 + 1) s
  ), closest as materialized (
    select c.tags from close c group by c.tags having count(*) <= 5000 order by count(*) limit 1
  ), hits as materialized (
    select h.*, (h.score + (select r.score from rest r)) * sqrt(h.matched + (select r.matched from rest r)) as promise from (
      select t."document", w.boost::float8 as matched, w.gain * t."weight" / (t."weight" + 0.48::float8 + w.slope * exp(t."size" / 8::float8)) as score
      from weighed w cross join lateral (select * from "SearchTerm" t where t."term" = w."term" and (w.beside = 0 or t."beside" & w.beside = w.beside) offset 0) t
      where w.whole and (select r.alone from rest r) and w.needed::integer = (select r.due from rest r)
      union all
      select t."document", sum(w.boost)::float8 as matched, sum(w.gain * t."weight" / (t."weight" + 0.48::float8 + w.slope * exp(t."size" / 8::float8))) as score
      from weighed w cross join lateral (select * from "SearchTerm" t where t."term" = w."term" and (w.beside = 0 or t."beside" & w.beside = w.beside) offset 0) t
      where w.whole and not (select r.alone from rest r)
      group by t."document" having count(*) filter (where w.needed) = (select r.due from rest r)) h
    where not exists (select 1 from closest) or h."document" in (select c."document" from close c join closest using (tags))
  ), edge as materialized (
    select coalesce(min(s.promise), '-infinity') as promise from (
      select s.promise from (select h.promise from hits h limit 2000) s order by s.promise desc offset 100 limit 1) s
  ), found as materialized (
    select f."kind", f."id", f."tags", h."document", h.matched, h.score
    from (
      (select * from hits where hits.promise >= (select e.promise from edge e) order by hits.promise desc, hits."document" desc)
      union all
      (select * from hits where hits.promise < (select e.promise from edge e) order by hits.promise desc, hits."document" desc)) h
    cross join lateral (select s.* from "SearchFacet" s where s."document" = h."document" limit 1) f
    where (since is null or f."at" >= since) and (until is null or f."at" < until) and not f."tags" && barred
      and not exists (select 1 from wanted w where not f."tags" && w.tags) and (case f."kind"
    when 'postmortem' then exists (select 1 from "Postmortem" p where p."id" = f."id" and ((p."visibility" = 'company' and firebreak_role() in ('administrator', 'auditor', 'program_manager', 'member')) or (p."visibility" = 'team' and p."teamId" = any(firebreak_teams())) or (not p."visibility" = 'restricted' and (firebreak_role() in ('administrator', 'auditor', 'program_manager') or p."leadId" = firebreak_person() or firebreak_reviews(p."id"))) or (firebreak_sees_restricted() and firebreak_has_postmortem_grant(p."id"))))
    when 'incident' then exists (select 1 from "Incident" i where i."id" = f."id" and ((i."visibility" = 'company' and firebreak_role() in ('administrator', 'auditor', 'program_manager', 'member')) or (i."visibility" = 'team' and i."teamId" = any(firebreak_teams())) or (not i."visibility" = 'restricted' and (firebreak_role() in ('administrator', 'auditor', 'program_manager') or i."createdById" = firebreak_person())) or (firebreak_sees_restricted() and firebreak_has_incident_grant(i."id"))))
    when 'action_item' then exists (select 1 from "ActionItem" a where a."id" = f."id" and (case when a."postmortemId" is null
      then firebreak_role() in ('administrator', 'auditor', 'program_manager', 'member')
      else exists (select 1 from "Postmortem" p where p."id" = a."postmortemId" and ((p."visibility" = 'company' and firebreak_role() in ('administrator', 'auditor', 'program_manager', 'member')) or (p."visibility" = 'team' and p."teamId" = any(firebreak_teams())) or (not p."visibility" = 'restricted' and (firebreak_role() in ('administrator', 'auditor', 'program_manager') or p."leadId" = firebreak_person() or firebreak_reviews(p."id"))) or (firebreak_sees_restricted() and firebreak_has_postmortem_grant(p."id")))) end))
    when 'comment' then exists (select 1 from "Thread" t join "Postmortem" p on p."id" = t."postmortemId" where t."id" = f."id" and ((p."visibility" = 'company' and firebreak_role() in ('administrator', 'auditor', 'program_manager', 'member')) or (p."visibility" = 'team' and p."teamId" = any(firebreak_teams())) or (not p."visibility" = 'restricted' and (firebreak_role() in ('administrator', 'auditor', 'program_manager') or p."leadId" = firebreak_person() or firebreak_reviews(p."id"))) or (firebreak_sees_restricted() and firebreak_has_postmortem_grant(p."id"))) and (p."publishedAt" is null or (firebreak_role() in ('administrator', 'program_manager', 'member') and ((p."visibility" = 'company' and firebreak_role() in ('administrator', 'auditor', 'program_manager', 'member')) or (p."visibility" = 'team' and p."teamId" = any(firebreak_teams())) or (not p."visibility" = 'restricted' and (firebreak_role() in ('administrator', 'auditor', 'program_manager') or p."leadId" = firebreak_person() or firebreak_reviews(p."id"))) or (firebreak_sees_restricted() and firebreak_has_postmortem_grant(p."id"))) and (p."leadId" = firebreak_person() or p."teamId" = any(firebreak_edited_teams())))))
    when 'program' then firebreak_role() in ('administrator', 'auditor', 'program_manager', 'member')
    when 'risk' then firebreak_role() in ('administrator', 'auditor', 'program_manager', 'member')
    when 'exercise' then firebreak_role() in ('administrator', 'auditor', 'program_manager', 'member')
    when 'guide' then firebreak_person() is not null
    when 'mechanism' then firebreak_person() is not null
    when 'service' then firebreak_person() is not null
    else false end)
      and (phrase is null or not exists (select 1 from weighed w where w.needed and not w.whole and not exists (select * from "SearchTerm" t where t."term" = w."term" and (w.beside = 0 or t."beside" & w.beside = w.beside) and t."document" = h."document"))
        and exists (select 1 from "SearchDocument" s where s."ordinal" = h."document" and s."searchable" @@ phrase))
      and (without is null or not exists (select 1 from "SearchDocument" s where s."ordinal" = h."document" and s."searchable" @@ without))
    limit least(most, 500) + 60
  )
  select f."kind", f."id", ((f.score + c.score) * sqrt(least((f.matched + c.matched) / greatest(asked, 1), 1)))::real, f."tags"
  from found f cross join lateral (
    select coalesce(sum(w.boost), 0) as matched, coalesce(sum(w.gain * t."weight" / (t."weight" + 0.48::float8 + w.slope * exp(t."size" / 8::float8))), 0) as score from weighed w
    cross join lateral (select * from "SearchTerm" t where t."term" = w."term" and t."document" = f."document" limit 1) t where not w.whole
  ) c
  order by 3 desc, f."document" desc limit least(most, 500);
end $$;

create or replace function firebreak_listed(narrow text[], narrow_group integer[], barred text[], since timestamptz, until timestamptz, most integer)
  returns table (kind text, id uuid, score real, tags text[]) language plpgsql stable security definer set search_path = public set jit = off set plan_cache_mode = force_generic_plan
  as $$ begin
  return query
  with wanted as materialized (
    select array_agg(n.tag) as tags from unnest(narrow, narrow_group) n(tag, grp) group by n.grp
  )
  select f."kind", f."id", 0::real, f."tags" from "SearchFacet" f where (since is null or f."at" >= since) and (until is null or f."at" < until) and not f."tags" && barred
      and not exists (select 1 from wanted w where not f."tags" && w.tags) and (case f."kind"
    when 'postmortem' then exists (select 1 from "Postmortem" p where p."id" = f."id" and ((p."visibility" = 'company' and firebreak_role() in ('administrator', 'auditor', 'program_manager', 'member')) or (p."visibility" = 'team' and p."teamId" = any(firebreak_teams())) or (not p."visibility" = 'restricted' and (firebreak_role() in ('administrator', 'auditor', 'program_manager') or p."leadId" = firebreak_person() or firebreak_reviews(p."id"))) or (firebreak_sees_restricted() and firebreak_has_postmortem_grant(p."id"))))
    when 'incident' then exists (select 1 from "Incident" i where i."id" = f."id" and ((i."visibility" = 'company' and firebreak_role() in ('administrator', 'auditor', 'program_manager', 'member')) or (i."visibility" = 'team' and i."teamId" = any(firebreak_teams())) or (not i."visibility" = 'restricted' and (firebreak_role() in ('administrator', 'auditor', 'program_manager') or i."createdById" = firebreak_person())) or (firebreak_sees_restricted() and firebreak_has_incident_grant(i."id"))))
    when 'action_item' then exists (select 1 from "ActionItem" a where a."id" = f."id" and (case when a."postmortemId" is null
      then firebreak_role() in ('administrator', 'auditor', 'program_manager', 'member')
      else exists (select 1 from "Postmortem" p where p."id" = a."postmortemId" and ((p."visibility" = 'company' and firebreak_role() in ('administrator', 'auditor', 'program_manager', 'member')) or (p."visibility" = 'team' and p."teamId" = any(firebreak_teams())) or (not p."visibility" = 'restricted' and (firebreak_role() in ('administrator', 'auditor', 'program_manager') or p."leadId" = firebreak_person() or firebreak_reviews(p."id"))) or (firebreak_sees_restricted() and firebreak_has_postmortem_grant(p."id")))) end))
    when 'comment' then exists (select 1 from "Thread" t join "Postmortem" p on p."id" = t."postmortemId" where t."id" = f."id" and ((p."visibility" = 'company' and firebreak_role() in ('administrator', 'auditor', 'program_manager', 'member')) or (p."visibility" = 'team' and p."teamId" = any(firebreak_teams())) or (not p."visibility" = 'restricted' and (firebreak_role() in ('administrator', 'auditor', 'program_manager') or p."leadId" = firebreak_person() or firebreak_reviews(p."id"))) or (firebreak_sees_restricted() and firebreak_has_postmortem_grant(p."id"))) and (p."publishedAt" is null or (firebreak_role() in ('administrator', 'program_manager', 'member') and ((p."visibility" = 'company' and firebreak_role() in ('administrator', 'auditor', 'program_manager', 'member')) or (p."visibility" = 'team' and p."teamId" = any(firebreak_teams())) or (not p."visibility" = 'restricted' and (firebreak_role() in ('administrator', 'auditor', 'program_manager') or p."leadId" = firebreak_person() or firebreak_reviews(p."id"))) or (firebreak_sees_restricted() and firebreak_has_postmortem_grant(p."id"))) and (p."leadId" = firebreak_person() or p."teamId" = any(firebreak_edited_teams())))))
    when 'program' then firebreak_role() in ('administrator', 'auditor', 'program_manager', 'member')
    when 'risk' then firebreak_role() in ('administrator', 'auditor', 'program_manager', 'member')
    when 'exercise' then firebreak_role() in ('administrator', 'auditor', 'program_manager', 'member')
    when 'guide' then firebreak_person() is not null
    when 'mechanism' then firebreak_person() is not null
    when 'service' then firebreak_person() is not null
    else false end)
  order by f."recency" desc nulls last, f."document" desc limit least(most, 500);
end $$;

revoke all on function firebreak_stands from public;
grant execute on function firebreak_terms to firebreak_app;
grant execute on function firebreak_rare to firebreak_app;
grant execute on function firebreak_search to firebreak_app;
grant execute on function firebreak_listed to firebreak_app;
