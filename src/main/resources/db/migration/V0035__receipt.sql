-- What a petitioner was given is not kept, only what recognises it: design of ASVS 6.5.2 for secrets below 112 bits.
create table receipt (
    -- HMAC-SHA256 of the code's 80 bits, with a key that is not in the database
    mark bytea primary key check (length(mark) = 32),
    -- Argon2id of code and PIN together
    secret text not null,
    case_id uuid not null
);

create index receipt_case_idx on receipt (case_id);

-- Rate limits, one bucket of tokens for each limit and whom it counts. Unlogged: neither the archive of changes nor a backup ever holds them.
create unlogged table rate_limit (
    -- HMAC-SHA256 with the key of the day below
    key bytea primary key check (length(key) = 32),
    tokens double precision not null,
    at timestamptz not null,
    -- full again by then, so that the row says nothing any more
    gone timestamptz not null
) with (fillfactor = 50);

create index rate_limit_gone_idx on rate_limit (gone);

-- The half of the day's key that is drawn by lot. Without it nobody computes again whom a row of that day stood for.
create unlogged table rate_limit_day (
    day date primary key,
    secret bytea not null check (length(secret) = 32)
);

-- Public forms that were sent, so that a double click files one complaint. Nothing here leads to the complaint.
create table public_filing (
    -- SHA-256 of the form's secret, which only the browser has
    mark bytea primary key check (length(mark) = 32),
    -- SHA-256 of the content together with that secret
    content bytea not null check (length(content) = 32),
    -- the receipt, sealed with that secret, for ten minutes
    receipt bytea,
    at timestamptz not null
);

create index public_filing_at_idx on public_filing (at);

-- Public forms that uploaded files and were not sent yet: gone in a day, and their files with them.
create table public_upload (
    owner uuid primary key,
    at timestamptz not null
);

create index public_upload_at_idx on public_upload (at);
