-- When a clock of a matter stood still. Each is written with its clock moved by as many days, so that nobody has to compute it again.
create table complaint_stop (
    clock bigint not null references complaint_clock,
    started timestamptz not null,
    -- null while it stands
    ended timestamptz check (ended >= started)
);

create unique index complaint_stop_running_idx on complaint_stop (clock) where ended is null;
create index complaint_stop_idx on complaint_stop (clock, started);

-- 中止 asked for, decided and ended. Why lies in the vault of the matter under pause-<id>: the petitioner reads it, and the table may be copied.
create table suspension (
    id uuid primary key,
    complaint uuid not null references complaint,
    item bigint not null,
    asked_by uuid not null,
    role text not null,
    unit text not null,
    ground text not null check (ground in ('court', 'expert', 'authority', 'petitioner', 'force')),
    at timestamptz not null,
    to_role text not null,
    to_unit text not null,
    state text not null default 'asked' check (state in ('asked', 'refused', 'withdrawn', 'running', 'over')),
    started timestamptz,
    ended timestamptz,
    check ((started is not null) = (state in ('running', 'over'))),
    check ((ended is not null) = (state = 'over'))
);

-- One at a time.
create unique index suspension_open_idx on suspension (complaint) where state in ('asked', 'running');
create index suspension_idx on suspension (complaint, at);

-- 听证. Announced, then held or called off. Of sealed matters there is none.
create table hearing (
    id uuid primary key,
    complaint uuid not null references complaint,
    day date not null,
    place text not null check (length(place) between 1 and 100),
    subject text not null check (length(subject) between 1 and 500),
    invited text not null check (length(invited) between 1 and 300),
    announced_by uuid not null,
    announced timestamptz not null,
    state text not null default 'announced' check (state in ('announced', 'held', 'off')),
    -- its days, all left out, and what came of it; of one called off why
    first date,
    last date check (last >= first),
    record text check (length(record) between 1 and 4000),
    check ((first is null) = (last is null) and (first is not null) = (state = 'held')),
    check ((record is null) = (state = 'announced'))
);

create unique index hearing_open_idx on hearing (complaint) where state = 'announced';
create index hearing_idx on hearing (complaint, announced);
