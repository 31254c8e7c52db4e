-- Names a petitioner wrote, found again by whoever works here under one of them: keyed digests of pieces of the text, as of contacts.
create table petition_identity.name_mark (
    mark    bytea not null,
    case_id uuid  not null,
    primary key (mark, case_id)
);

create index name_mark_by_case on petition_identity.name_mark (case_id);

do
$$
declare
    given record;
begin
    for given in
        select g.grantee::regrole as who
        from pg_class c, aclexplode(c.relacl) g
        where c.oid = 'petition_identity.name_mark'::regclass and g.grantee not in (0, c.relowner)
        group by 1
        loop
            execute format('revoke all on petition_identity.name_mark from %s', given.who);
        end loop;
end
$$;

grant insert on petition_identity.name_mark to identity_writer;
grant select on petition_identity.name_mark to identity_reader;
grant select, delete on petition_identity.name_mark to identity_keeper;
