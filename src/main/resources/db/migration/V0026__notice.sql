-- How a person wants to be told. Without a row: the hour of the installation, every kind, and no address.
create table notice_choice (
    staff uuid primary key references staff,
    -- for the daily digest; null for the first one he can be reached by, '' for none
    channel text,
    -- null for the hour of the installation
    hour int check (hour between 8 and 19),
    off text[] not null default '{}' check (not off && array['danger']),
    language text not null default 'zh-CN',
    phone text,
    mail text,
    chat text,
    changed timestamptz not null
);

-- How far a person has been told by digests.
create table notice_digest (
    staff uuid primary key references staff,
    -- the last day on which it was looked whether there is something to tell
    day date not null,
    -- everything until then was looked at; null before the first digest
    until timestamptz
);

-- What goes out, a row for each person and channel, written in the transaction of what it tells of.
create table outbox (
    no bigint generated always as identity primary key,
    -- the receiver is given it at every attempt and knows by it what he has already
    id uuid not null unique,
    staff uuid not null references staff,
    kind text not null check (kind in ('danger', 'digest', 'trial')),
    channel text not null,
    -- what it tells of: once for each person and channel
    key text not null,
    -- the item a danger is about; not sent once that is closed, or the person must not know of the case
    item bigint references work_item,
    language text not null,
    -- figures and dates, never a name or a word of a case
    text text not null,
    made timestamptz not null,
    next_at timestamptz not null,
    attempts int not null default 0,
    state text not null default 'waiting' check (state in ('waiting', 'sent', 'dead', 'dropped')),
    -- why the last attempt failed or none was made, last part of notice.reason.*
    reason text,
    tried timestamptz,
    unique (key, staff, channel)
);

-- the order in which they are sent: danger first
create index outbox_waiting_idx on outbox ((kind <> 'danger'), next_at, no) where state = 'waiting';

create index outbox_dead_idx on outbox (no desc) where state = 'dead';

-- what the retention deletes
create index outbox_made_idx on outbox (made);

-- what is asked every minute: which dangers may concern somebody new
create index outbox_danger_idx on outbox (item) where kind = 'danger';
