-- 延期: one approved extension of the clock of an item.
alter table work_item add column extended boolean not null default false;

create table extension (
    id uuid primary key,
    item bigint not null references work_item,
    case_id uuid not null references case_file,
    asked_by uuid not null,
    role text not null,
    unit text not null,
    reason text not null,
    from_due timestamptz not null,
    to_due timestamptz not null check (to_due > from_due),
    at timestamptz not null,
    -- the post that decides
    to_role text not null,
    to_unit text not null,
    state text not null default 'asked' check (state in ('asked', 'approved', 'refused', 'withdrawn')),
    decided_by uuid,
    decided_at timestamptz,
    remark text,
    check ((state = 'asked') = (decided_at is null))
);

-- A second one is refused while one waits or was granted.
create unique index extension_item_idx on extension (item) where state in ('asked', 'approved');
create index extension_history_idx on extension (item, at);
create index extension_case_idx on extension (case_id, unit);

-- What an extension made of the clock of one unit's part; null follows the stage.
alter table unit_stage add column extended_to timestamptz;

-- What urges by itself does so once for each due date: a clock that was moved begins its own chain.
alter table urge add column due timestamptz;

update urge u set due = w.due from work_item w where w.id = u.item and u.by is null;

-- Told only once nobody can take it back any more: see Urges.
alter table urge add column told boolean not null default true;

create index urge_untold_idx on urge (at) where not told;

-- 会办: another unit is asked to say something about an item.
create table joint (
    id uuid primary key,
    item bigint not null references work_item,
    case_id uuid not null references case_file,
    asked_by uuid not null,
    role text not null,
    unit text not null,
    question text not null,
    due timestamptz not null,
    at timestamptz not null,
    -- the post that answers
    to_role text not null,
    to_unit text not null,
    state text not null default 'asked' check (state in ('asked', 'answered', 'closed', 'withdrawn')),
    answer text,
    -- why the asking unit no longer waits
    reason text,
    ended_by uuid,
    ended_at timestamptz,
    check ((state = 'asked') = (ended_at is null))
);

create index joint_item_idx on joint (item);
create index joint_case_idx on joint (case_id);

-- Files of the case shown to the unit that was asked, and those it gave with its answer.
create table joint_file (
    joint uuid not null references joint,
    file uuid not null,
    given boolean not null,
    primary key (joint, file)
);

create index joint_file_idx on joint_file (file);

-- 关注: a person's own list of cases. It never lets him see one he may not see.
create table follow (
    staff uuid not null,
    case_id uuid not null references case_file,
    since timestamptz not null,
    seen timestamptz not null,
    primary key (staff, case_id)
);

-- 撤回 of what was sent for reading and nobody has read.
create index work_copy_sent_idx on work_copy (by, case_id) where read_at is null and page is null and by is not null;
