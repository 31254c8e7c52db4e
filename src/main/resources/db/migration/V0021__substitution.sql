-- Who works for whom while he is away. It ends by its last day or at once by ended_at; no job has to run for either.
create table substitution (
    id uuid primary key,
    absent uuid not null references staff,
    substitute uuid not null references staff check (substitute <> absent),
    from_day date not null,
    -- the last day, at most 92 with it
    to_day date not null check (to_day between from_day and from_day + 91),
    -- kind of case it is limited to, null for the whole desk
    kind text,
    reason text,
    -- units at which the absent one held posts when it was made: a post he gets elsewhere is not covered
    units text[] not null,
    -- where the substitute's own post is that lets him stand in; without it the substitution has no effect
    as_unit text not null,
    made_by uuid not null,
    made_at timestamptz not null,
    ended_at timestamptz,
    ended_by uuid,
    -- when the absent one put the page of what was done away
    seen_at timestamptz
);

create index substitution_substitute_idx on substitution (substitute, to_day) where ended_at is null;

create index substitution_absent_idx on substitution (absent, to_day);

-- As case_excluded, for a person whose posts are looked up here.
create function case_excluded(a_case uuid, a_staff uuid) returns boolean
    language sql stable parallel safe
    return exists (select 1 from case_exclusion x where x.case_id = a_case)
        and case_excluded(a_case, a_staff,
            array(select p.unit from staff_post p where p.staff = a_staff),
            array(select u.area from staff_post p join unit u on u.code = p.unit where p.staff = a_staff));

-- For whom a person acts when he does something in a post; null if it is his own, or if he may not act in it. The one place that decides it:
-- list, count, page, timeline and acts call this. Only posts the absent one holds himself count, so nothing is passed on twice, and a
-- recusal of either ends it.
create function acting_for(a_staff uuid, a_role text, a_unit text, a_case uuid, a_day date) returns uuid
    language sql stable parallel safe
    return (
        select s.absent
        from substitution s
        join staff_post p on p.staff = s.absent and p.role = a_role and p.unit = a_unit
        join staff a on a.id = s.absent and a.enabled and not a.disabled_here
        where s.substitute = a_staff
          and s.ended_at is null
          and a_day between s.from_day and s.to_day
          and a_unit = any (s.units)
          and (s.kind is null or s.kind = (select f.kind from case_file f where f.id = a_case))
          and exists (select 1 from staff_post q where q.staff = a_staff and q.unit = s.as_unit)
          and not exists (select 1 from staff_post q where q.staff = a_staff and q.role = a_role and q.unit = a_unit)
          and not case_excluded(a_case, s.absent)
          and not case_excluded(a_case, s.substitute)
        order by s.made_at, s.id
        limit 1);

-- Whom an entry of a timeline was made for.
alter table case_event add column acting_for uuid;

alter table case_note add column acting_for uuid;

-- Why a person left a case. What he gave as his reason stays here; the exclusion is what takes effect.
create table recusal (
    id uuid primary key,
    case_id uuid not null references case_file,
    staff uuid not null,
    -- the post he had in the case
    role text not null,
    unit text not null,
    ground text not null check (ground in ('own', 'spouse', 'relative', 'other')),
    reason text not null,
    -- decided by somebody else, not asked for by himself
    ordered boolean not null,
    decided_by uuid not null,
    at timestamptz not null,
    exclusion bigint,
    lifted_by uuid,
    lifted_at timestamptz
);

create unique index recusal_open_idx on recusal (case_id, staff) where lifted_at is null;

create index recusal_unit_idx on recusal (unit, at);
