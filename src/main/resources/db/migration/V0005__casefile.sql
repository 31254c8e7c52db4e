-- What every aggregate shares. The aggregate has the id of its case.
create table case_file (
    id uuid primary key,
    kind text not null,
    number text,
    title text not null,
    unit text not null,
    area bigint not null,
    owner_area bigint not null,
    started_by uuid not null,
    opened timestamptz not null,
    closed timestamptz
);

create unique index case_file_number_idx on case_file (kind, number) where number is not null;

create index case_file_started_idx on case_file (started_by, opened desc, id desc);

-- The timeline. Facts are json, not jsonb: their order is the order in which they are read.
create table case_event (
    id bigint generated always as identity,
    at timestamptz not null,
    case_id uuid not null,
    act text not null,
    by uuid,
    role text,
    unit text,
    remark text,
    facts json not null default '{}',
    primary key (at, id)
) partition by range (at);

create index case_event_case_idx on case_event (case_id, at desc, id desc);

create table case_event_default partition of case_event default;

-- The application's role may not create tables; this is the one thing it may ask for. Rows that already lie in the default partition
-- forbid a new one for their month, so they stay where they are. Returns whether a partition was made.
create function make_case_event_partition(a_month date) returns boolean
    language plpgsql security definer set search_path from current as
$$
declare
    since timestamptz := date_trunc('month', a_month)::timestamp at time zone 'Asia/Shanghai';
    until timestamptz := (date_trunc('month', a_month) + interval '1 month')::timestamp at time zone 'Asia/Shanghai';
    name text := 'case_event_' || to_char(a_month, 'YYYY_MM');
begin
    if to_regclass(name) is not null
        or exists (select 1 from case_event_default where at >= since and at < until) then
        return false;
    end if;
    execute format('create table %I partition of case_event for values from (%L) to (%L)', name, since, until);
    return true;
end
$$;

-- Who must not see a case, whatever posts he holds. An area stands for its whole subtree, a unit with a suffix for itself.
create table case_exclusion (
    id bigint generated always as identity primary key,
    case_id uuid not null references case_file,
    staff uuid,
    unit text,
    area_from bigint,
    area_to bigint,
    reason text,
    at timestamptz not null,
    check (num_nonnulls(staff, unit, area_from) = 1),
    check ((area_from is null) = (area_to is null))
);

create index case_exclusion_case_idx on case_exclusion (case_id);

-- The one place that decides it; every list, count and search calls this.
create function case_excluded(a_case uuid, a_staff uuid, a_units text[], a_areas bigint[]) returns boolean
    language sql stable parallel safe
    return exists (
        select 1
        from case_exclusion x
        where x.case_id = a_case
          and (x.staff = a_staff
            or x.unit = any (a_units)
            or exists (select 1 from unnest(a_areas) held(area) where held.area between x.area_from and x.area_to))
    );

-- Gap-free numbers: the row is locked until the case that took the number commits.
create table number_series (
    series text not null,
    unit text not null,
    year int not null,
    last int not null,
    primary key (series, unit, year)
);

create table case_note (
    id bigint generated always as identity primary key,
    case_id uuid not null references case_file,
    at timestamptz not null,
    by uuid not null,
    role text not null,
    unit text not null,
    text text not null
);

create index case_note_case_idx on case_note (case_id, at desc);
