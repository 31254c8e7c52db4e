-- What people typed and have not submitted; never validated, so a half sentence survives as it is.
create table draft (
    staff uuid not null,
    subject text not null check (length(subject) between 1 and 200),
    title text not null,
    url text not null,
    body jsonb not null,
    saved_at timestamptz not null,
    primary key (staff, subject)
);

-- for the retention job
create index draft_saved_idx on draft (saved_at);
