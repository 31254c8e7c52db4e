-- Who did and who looked at what. Rows are inserted in the transaction they tell of and never changed; the hash chain
-- lives in a side table, so the application's role needs INSERT and SELECT here and nothing more.
create table audit (
    id          bigint generated always as identity,
    at          timestamptz not null,
    actor       uuid,
    actor_post  text        not null,
    action      text        not null,
    object_kind text        not null,
    object_id   text        not null,
    detail      jsonb       not null default '{}',
    -- the writing transaction: the chain takes rows only below the oldest one still running, so it never skips a late commit
    xid         xid8        not null default pg_current_xact_id(),
    primary key (at, id)
) partition by range (at);

create table audit_default partition of audit default;

create index audit_by_xid on audit (xid, id);
create index audit_by_actor on audit (actor, at, id);
create index audit_by_action on audit (action, at, id);
create index audit_by_object on audit (object_kind, object_id, at, id);

create table audit_link (
    seq       bigint primary key,
    audit_id  bigint      not null unique,
    at        timestamptz not null,
    xid       xid8        not null,
    prev_hash bytea       not null,
    hash      bytea       not null
);

-- the chain's end as it was at a moment, signed with a key the database does not hold
create table audit_head (
    seq         bigint primary key,
    hash        bytea       not null,
    recorded_at timestamptz not null,
    signature   bytea       not null
);

-- Makes the partitions of `months` months from the one that holds `first`. Runs with the owner's rights because the
-- application's role has no DDL; rows that went to the default partition in the meantime are moved.
create function audit_make_partitions(first date, months integer) returns integer
    language plpgsql security definer
    set search_path from current
    set lock_timeout = '2s'
as
$$
declare
    made  integer := 0;
    lower timestamptz;
    upper timestamptz;
    part  text;
begin
    for n in 0 .. months - 1
        loop
            lower := (date_trunc('month', first::timestamp) + make_interval(months => n)) at time zone 'Asia/Shanghai';
            upper := (date_trunc('month', first::timestamp) + make_interval(months => n + 1)) at time zone 'Asia/Shanghai';
            part := 'audit_' || to_char(lower at time zone 'Asia/Shanghai', '"y"YYYY"m"MM');
            if to_regclass(part) is null then
                execute format('create table %I (like audit including defaults)', part);
                execute format('with moved as (delete from audit_default where at >= %L and at < %L returning *) '
                                   'insert into %I select * from moved', lower, upper, part);
                execute format('alter table audit attach partition %I for values from (%L) to (%L)', part, lower, upper);
                made := made + 1;
            end if;
        end loop;
    return made;
end
$$;
