-- Who a petitioner is, readable to nobody by default: not even to the role of the nodes, which only adds rows. To read it becomes
-- identity_reader for the length of a query, to change or destroy a key identity_keeper. All contents are sealed by keys from a file.
do
$$
declare
    name text;
begin
    foreach name in array array ['identity_writer', 'identity_reader', 'identity_keeper']
        loop
            if not exists (select from pg_roles where rolname = name) then
                execute format('create role %I nologin', name);
            end if;
        end loop;
exception
    when insufficient_privilege then
        raise exception 'the roles of the vault are missing'
            using hint = 'Let the administrator of the database run the statements on identity_* of src/main/docker/postgres/databases.sql.';
end
$$;

create schema petition_identity;

create table petition_identity.root_secret (
    single        boolean primary key default true check (single),
    key_version   integer not null,
    key_algorithm text    not null,
    key_nonce     bytea   not null,
    wrapped       bytea   not null
);

-- The key of a case. Without it its texts are noise, in this database and in every copy: shredded means that it is gone.
create table petition_identity.case_key (
    case_id       uuid primary key,
    key_version   integer not null,
    key_algorithm text    not null,
    key_nonce     bytea,
    wrapped       bytea,
    shredded      timestamptz,
    check ((shredded is null) = (wrapped is not null and key_nonce is not null))
);

create index case_key_by_version on petition_identity.case_key (key_version, case_id) where shredded is null;

-- The last row of a field counts; rows are never changed.
create table petition_identity.sealed_text (
    id        bigint generated always as identity primary key,
    case_id   uuid  not null,
    field     text  not null,
    algorithm text  not null,
    nonce     bytea not null,
    content   bytea not null
);

create index sealed_text_by_case on petition_identity.sealed_text (case_id, field, id desc);

-- A keyed digest of a telephone number or address: the same contact gives the same mark, and no mark gives a contact.
create table petition_identity.contact_mark (
    mark    bytea not null,
    case_id uuid  not null,
    primary key (mark, case_id)
);

create index contact_mark_by_case on petition_identity.contact_mark (case_id);

-- An installation may give new tables to the role of the nodes by itself. Not these.
do
$$
declare
    given record;
begin
    for given in
        select c.oid::regclass as what, g.grantee::regrole as who
        from pg_class c, aclexplode(c.relacl) g
        where c.relnamespace = 'petition_identity'::regnamespace and c.relkind = 'r' and g.grantee not in (0, c.relowner)
        group by 1, 2
        loop
            execute format('revoke all on %s from %s', given.what, given.who);
        end loop;
end
$$;

grant usage on schema petition_identity to identity_writer, identity_reader, identity_keeper;
grant insert on petition_identity.root_secret, petition_identity.case_key, petition_identity.sealed_text, petition_identity.contact_mark
    to identity_writer;
grant select on petition_identity.root_secret, petition_identity.case_key, petition_identity.sealed_text, petition_identity.contact_mark
    to identity_reader;
grant select, update on petition_identity.root_secret, petition_identity.case_key to identity_keeper;
grant select, delete on petition_identity.contact_mark to identity_keeper;
