-- Day the person last signed in, null if never: who has not used his account for long is asked whether he still needs it.
alter table staff add column signed_in_at timestamptz;

-- Whose posts were decided here and are not yet told to Keycloak.
create table appointment (
    staff uuid primary key references staff,
    version int not null default 0
);

-- 换届: who took over which post, and what waited in it then.
create table handover (
    id uuid primary key,
    by uuid not null references staff,
    at timestamptz not null
);

create table handover_row (
    handover uuid not null references handover,
    position int not null,
    role text not null,
    unit text collate "C" not null references unit,
    -- null where nobody held the post
    giver uuid references staff,
    -- null where others hold the post, or nothing waits in it
    taker uuid references staff,
    -- whether the giver left altogether
    leaves boolean not null,
    items int not null,
    -- when the taker put the notice away
    seen_at timestamptz,
    primary key (handover, position)
);

create index handover_row_taker_idx on handover_row (taker) where seen_at is null;

-- A sheet of people, as it was read; nobody is added before somebody confirmed what he saw.
create table staff_import (
    id uuid primary key,
    by uuid not null references staff,
    file text not null,
    at timestamptz not null,
    confirmed_at timestamptz,
    -- message key, when it stopped before its end
    stopped text
);

create table staff_import_row (
    import uuid not null references staff_import on delete cascade,
    line int not null,
    name text not null,
    username text not null,
    -- as typed: unit and post, for the preview
    typed text not null,
    -- role@unit
    posts text[] not null,
    state text not null check (state in ('good', 'bad', 'done')),
    -- message key, when it is bad
    reason text,
    staff uuid references staff,
    primary key (import, line)
);
