-- Matters other systems handed over: a system reads where its own are, by its number or ours, and no others.
create table hotline_matter (
    complaint uuid primary key references complaint,
    -- client of the realm
    client text not null,
    outside_number text not null check (length(outside_number) between 1 and 60),
    unique (client, outside_number)
);

-- What such a system is to be told, written in the transaction of the change. No words, no names: it comes and reads.
create table hotline_callback (
    no bigint generated always as identity primary key,
    -- given with every attempt: by it the receiver knows what he has already
    id uuid not null unique,
    complaint uuid not null references hotline_matter,
    client text not null,
    state text not null,
    made timestamptz not null,
    next_at timestamptz not null,
    attempts int not null default 0,
    outcome text not null default 'waiting' check (outcome in ('waiting', 'sent', 'dead')),
    -- why the last attempt failed, last part of hotline.reason.*
    reason text,
    tried timestamptz
);

create index hotline_callback_waiting_idx on hotline_callback (next_at, no) where outcome = 'waiting';
-- changes of one matter are told in their order
create index hotline_callback_order_idx on hotline_callback (complaint, no) where outcome = 'waiting';
create index hotline_callback_dead_idx on hotline_callback (no desc) where outcome = 'dead';
