-- 改进工作、完善政策、给予处分的建议 (信访工作条例 art. 40): a case of its own, grounded on how many matters there are, never on a person.
create table advice (
    id uuid primary key references case_file,
    demand uuid not null references demand,
    unit text not null,
    to_unit text not null,
    kind text not null check (kind in ('improve', 'policy', 'sanction')),
    -- code of the subject the matters are about, null for all
    subject text,
    from_day date not null,
    to_day date not null check (to_day >= from_day),
    -- how many there were that day; fewer than five tell of somebody
    matters int not null check (matters >= 5),
    issued timestamptz not null
);

create index advice_unit_idx on advice (unit, issued desc);
create index advice_to_idx on advice (to_unit, issued desc);

-- 救助 (art. 37): a petitioner in hardship is helped to what another department gives. A case of its own, so that the department reads nothing
-- of the matter; whoever is excluded from the matter is excluded from this.
create table aid (
    id uuid primary key references case_file,
    complaint uuid not null references complaint,
    demand uuid not null references demand,
    kind text not null check (kind in ('living', 'medical', 'legal', 'housing', 'schooling', 'other'))
);

create index aid_complaint_idx on aid (complaint);

-- 年度报告 (art. 41), as a leader approved it: frozen, each approval a version of its own.
create table annual_report (
    id bigint generated always as identity primary key,
    unit text not null,
    year int not null check (year between 2018 and 2100),
    version int not null check (version >= 1),
    content jsonb not null,
    approved_by uuid not null,
    approved_role text not null,
    approved timestamptz not null,
    unique (unit, year, version)
);
