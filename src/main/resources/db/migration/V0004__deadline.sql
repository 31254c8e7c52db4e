-- Days that differ from their weekday: statutory and local holidays, and weekends that are worked instead.
create table calendar_day (
    day    date primary key,
    kind   text not null check (kind in ('holiday', 'workday')),
    name   text not null check (length(name) between 1 and 40),
    source text not null
);

-- A year counts as published once its table was loaded; dates after the last one are provisional.
create table calendar_year (
    year      integer primary key check (year between 2000 and 2200),
    source    text        not null,
    loaded_at timestamptz not null
);

-- One row; its number rises with every change, so that each node sees cheaply whether its copy still holds.
create table calendar_version (
    only_row boolean primary key default true check (only_row),
    version  bigint not null
);
insert into calendar_version (version) values (0);
