-- How a person has arranged his own list. Filters are the known fields of the filter, never an expression.
create table saved_filter (
    id bigint generated always as identity primary key,
    staff uuid not null,
    name text not null check (char_length(name) between 1 and 20),
    filter jsonb not null,
    position int not null,
    unique (staff, name)
);

create table desk_setting (
    staff uuid primary key,
    sort text not null check (sort in ('due', 'newest'))
);

-- What a person has opened, for as long as it is open and nothing happened to it. His own memory: no page shows it to anybody else.
create table item_seen (
    item bigint not null references work_item,
    staff uuid not null,
    primary key (item, staff)
);

-- Newest first costs a post what it shows; levels above read theirs by due date only, so they need no index of the kind.
create index work_item_newest_idx on work_item (role, unit, id desc) where state = 'open';

-- The last remarks a person returned something with: nineteen villages often lack the same thing. His own words, offered to him alone.
create table return_remark (
    staff uuid not null,
    remark text not null,
    at timestamptz not null,
    primary key (staff, remark)
);
