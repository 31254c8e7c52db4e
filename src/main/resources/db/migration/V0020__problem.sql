-- A problem somebody met at work, sent up level by level until it is solved. The aggregate has the id of its case; the title is the case's.
create table problem (
    id uuid primary key references case_file,
    kind text not null check (kind in ('policy', 'cooperation', 'resources', 'figures', 'conduct', 'other')),
    urgent boolean not null,
    text text not null check (length(text) <= 2000),
    -- unit it happened at, null if it has no place
    place text,
    -- page it was raised from: item 4711 or record 4711
    origin text,
    origin_id bigint,
    raised_by uuid not null,
    role text not null,
    unit text not null,
    area bigint not null,
    state text not null default 'open' check (state in ('open', 'asked', 'answered', 'closed', 'withdrawn')),
    -- the unit that has it, or had it last
    at text not null,
    -- its clock: set while the unit is to act
    started timestamptz,
    due timestamptz,
    answer text,
    -- what the one who raised it said at the end, null until then
    solved boolean,
    check ((origin is null) = (origin_id is null)),
    check ((started is null) = (due is null))
);

create index problem_unit_raised_idx on problem (unit, id desc);
create index problem_raised_by_idx on problem (raised_by, id desc);
create index problem_area_idx on problem (area, id desc);

-- The units it came to, once each.
create table problem_unit (
    problem uuid not null references problem,
    unit text not null,
    came timestamptz not null,
    primary key (unit, problem)
);

create index problem_unit_problem_idx on problem_unit (problem);

-- Whoever was sent a copy of a problem may open it.
create index work_copy_case_idx on work_copy (case_id);
