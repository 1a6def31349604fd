-- Step one of three (bootstrap, migrate, serve), run by the owner of the database: roles, schemas
-- and who may enter which schema. Rights on tables are given by the migrations that make them.
-- It can be run again at any time; running it again sets the passwords anew.
--
-- Parameters: the settings minigram.password.<role>, one a login role, set on the session.

do $$
declare
  role_name text;
begin
  -- what other services may read of a schema
  foreach role_name in array array['facts_reader', 'insights_reader', 'moderation_reader'] loop
    if not exists (select from pg_roles where rolname = role_name) then
      execute format('create role %I nologin', role_name);
    end if;
  end loop;

  foreach role_name in array array[
    'ingest_service', 'insights_service', 'bot_detector',
    'facts_migrator', 'insights_migrator', 'moderation_migrator'
  ] loop
    if not exists (select from pg_roles where rolname = role_name) then
      execute format('create role %I login', role_name);
    end if;
    -- an empty one would take the role's password away
    if coalesce(current_setting('minigram.password.' || role_name, true), '') = '' then
      raise exception 'There is no password for the role %', role_name;
    end if;
    execute format(
      'alter role %I password %L', role_name, current_setting('minigram.password.' || role_name));
    execute format('alter role %I set timezone to %L', role_name, 'UTC');
    execute format('grant connect on database %I to %I', current_database(), role_name);
  end loop;

  execute format('revoke all on database %I from public', current_database());
  -- A question that takes longer is answered TIMED_OUT. The roller sets a limit of its own.
  alter role insights_service set statement_timeout to '30s';
  -- where the roller puts a roll together
  execute format('grant temporary on database %I to insights_service', current_database());
end
$$;

revoke all on schema public from public;

create schema if not exists facts;
create schema if not exists insights;
create schema if not exists moderation;

grant usage, create on schema facts to facts_migrator;
grant usage, create on schema insights to insights_migrator;
grant usage, create on schema moderation to moderation_migrator;

grant usage on schema facts to ingest_service, facts_reader;
grant usage on schema insights to insights_service, insights_reader;
grant usage on schema moderation to bot_detector, moderation_reader;

-- who reads whose data
grant facts_reader to insights_service, bot_detector;
grant moderation_reader to insights_service;
