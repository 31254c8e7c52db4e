-- Runs once, when the volume of the database is empty. The role that migrates owns the tables; the role of the nodes reads and writes rows.
\getenv migration_password QIPAN_MIGRATION_PASSWORD
\getenv database_password QIPAN_DATABASE_PASSWORD
\getenv keycloak_password QIPAN_KEYCLOAK_DATABASE_PASSWORD

create role qipan_owner login password :'migration_password';
create role qipan login password :'database_password';
create role keycloak login password :'keycloak_password';

-- who a petitioner is: the nodes add to it, and become another role for the moments they read or destroy
do $$ begin create role identity_writer nologin; exception when duplicate_object then null; end $$;
do $$ begin create role identity_reader nologin; exception when duplicate_object then null; end $$;
do $$ begin create role identity_keeper nologin; exception when duplicate_object then null; end $$;
grant identity_writer to qipan with inherit true, set false;
grant identity_reader, identity_keeper to qipan with inherit false, set true;

create database qipan owner qipan_owner;
create database keycloak owner keycloak;
revoke all on database qipan, keycloak from public;
grant connect, temporary on database qipan to qipan;
-- the page of the administrator counts the connections of all
grant pg_read_all_stats to qipan;

\connect qipan
-- maintain: after an import of the country's units their statistics are made anew
alter default privileges for role qipan_owner in schema public grant select, insert, update, delete, maintain on tables to qipan;
alter default privileges for role qipan_owner in schema public grant usage, select on sequences to qipan;
