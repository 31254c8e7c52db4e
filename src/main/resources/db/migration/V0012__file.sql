-- An uploaded file. case_id stays null until a form that names it is accepted.
create table file (
    id uuid primary key,
    case_id uuid,
    name text not null,
    type text not null,
    size bigint not null check (size between 0 and 20971520),
    sha256 bytea not null,
    -- false where metadata could not be removed without harm to the content
    cleaned boolean not null,
    uploaded_by uuid not null,
    at timestamptz not null
);

create index file_case_idx on file (case_id) where case_id is not null;

create index file_loose_idx on file (uploaded_by, at) where case_id is null;

-- for the retention job
create index file_loose_at_idx on file (at) where case_id is null;

-- Pieces of at most 256 KiB, so that no request ever holds a whole file in memory.
create table file_chunk (
    file uuid not null references file on delete cascade,
    no int not null,
    data bytea not null check (length(data) <= 262144),
    primary key (file, no)
);

-- the content is compressed already
alter table file_chunk alter column data set storage external;
