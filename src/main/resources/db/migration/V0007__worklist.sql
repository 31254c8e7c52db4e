-- One row per user task of the engine, written in the engine's own transaction; no foreign key to its tables, because the engine writes
-- last. Levels are columns, so that every list is an equality and then the order of the index.
create table work_item (
    id bigint generated always as identity primary key,
    task text not null unique,
    key text not null,
    process text not null,
    ref text not null,
    kind text not null,
    case_id uuid not null,
    number text,
    title text not null,
    subject text,
    stage bigint,
    role text not null,
    unit text not null,
    village bigint,
    township bigint,
    county bigint,
    prefecture bigint,
    province bigint,
    assignee uuid,
    created timestamptz not null,
    -- infinity without a clock, so that the order of the list is one column
    due timestamptz not null default 'infinity',
    started timestamptz,
    -- the first moment at which at most a fifth of the days is left, counted as the lamp counts them
    soon timestamptz not null generated always as (case
        when due = 'infinity' then due
        else ((due at time zone 'Asia/Shanghai' - interval '1 microsecond')::date
            - greatest(1, (due at time zone 'Asia/Shanghai' - interval '1 microsecond')::date
                - (coalesce(started, created) at time zone 'Asia/Shanghai')::date) / 5
            )::timestamp at time zone 'Asia/Shanghai' end) stored,
    paused boolean not null default false,
    blocked boolean not null default false,
    claim boolean not null default false,
    -- the post was changed here: news from the engine must not change it back
    rerouted boolean not null default false,
    state text not null default 'open' check (state in ('open', 'done', 'gone')),
    closed timestamptz,
    closed_post text,
    version int not null default 0
) with (fillfactor = 90, autovacuum_vacuum_scale_factor = 0.01);

create index work_item_mine_idx on work_item (role, unit, due, id) include (case_id) where state = 'open';
create index work_item_township_idx on work_item (township, due, id) include (case_id, unit) where state = 'open';
create index work_item_county_idx on work_item (county, due, id) include (case_id, unit) where state = 'open';
create index work_item_prefecture_idx on work_item (prefecture, due, id) include (case_id, unit) where state = 'open';
create index work_item_province_idx on work_item (province, due, id) include (case_id, unit) where state = 'open';
-- every key a step of a process looks up needs one
create index work_item_ref_idx on work_item (ref, key) where state = 'open';
create index work_item_stage_idx on work_item (stage) where state = 'open';
create index work_item_case_idx on work_item (case_id);
-- what the sweep looks for
create index work_item_due_idx on work_item (due) where state = 'open' and due < 'infinity';
create index work_item_soon_idx on work_item (soon) where state = 'open' and soon < 'infinity';

-- 已办. The item stays, so nothing is copied but what may differ from it.
create table work_act (
    id bigint generated always as identity primary key,
    item bigint not null references work_item,
    case_id uuid not null,
    staff uuid not null,
    acting_for uuid,
    role text not null,
    unit text not null,
    act text not null,
    at timestamptz not null
);

create index work_act_staff_idx on work_act (staff, id desc) include (case_id, item);
create index work_act_item_idx on work_act (item);

-- 待阅
create table work_copy (
    id bigint generated always as identity primary key,
    case_id uuid not null,
    item bigint references work_item,
    subject text not null,
    -- why it came by itself: supervise or escalate; null if somebody sent it
    reason text,
    role text not null,
    unit text not null,
    by uuid,
    at timestamptz not null,
    read_by uuid,
    read_at timestamptz
);

create index work_copy_unread_idx on work_copy (role, unit, id desc) include (case_id) where read_at is null;

-- 催办 and 督办: each kind once per item and day.
create table urge (
    id bigint generated always as identity primary key,
    item bigint not null references work_item,
    kind text not null check (kind in ('urge', 'supervise', 'escalate')),
    day date not null,
    by uuid,
    post text,
    at timestamptz not null,
    unique (item, kind, day)
);

-- One answer for one submission, however often it arrives.
create table request_ledger (
    key uuid primary key,
    staff uuid not null,
    route text not null,
    body_hash text not null,
    status int not null,
    location text not null,
    at timestamptz not null
);

create index request_ledger_at_idx on request_ledger (at);

-- What changed for which post; written after commit and once for many changes, read by every node.
create sequence change_marker_version;

create table change_marker (
    post text primary key,
    version bigint not null
) with (fillfactor = 50);
