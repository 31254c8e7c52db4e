-- A campaign has the id of its case_file. The plan is one document per version: what was issued is never changed.
create table campaign (
    id uuid primary key,
    version int not null default 0,
    unit text not null,
    owner_area bigint not null,
    name text not null,
    state text not null check (state in ('DRAFT', 'APPROVAL', 'RUNNING', 'REPORTING', 'ACCEPTANCE', 'CIRCULAR', 'CLOSED', 'CANCELLED')),
    practice boolean not null default false,
    starts date,
    ends date,
    copied_from uuid references campaign,
    end_reason text,
    created_by uuid not null,
    created_at timestamptz not null
);

create index campaign_unit_idx on campaign (unit, state);

create table campaign_plan (
    campaign uuid not null references campaign,
    version int not null,
    plan jsonb not null,
    -- remarks of the approver by section; only these sections may be changed after a return
    returned jsonb not null default '{}',
    saved_by uuid not null,
    saved_at timestamptz not null,
    approved_by uuid,
    issued_at timestamptz,
    primary key (campaign, version)
);

create table campaign_stage (
    id bigint generated always as identity primary key,
    campaign uuid not null references campaign,
    no int not null,
    name text not null,
    opens date not null,
    closes date not null,
    state text not null default 'PLANNED' check (state in ('PLANNED', 'OPEN', 'CLOSED')),
    paused boolean not null default false,
    paused_at timestamptz,
    opened_at timestamptz,
    closed_at timestamptz,
    close_reason text,
    -- whether a unit may report with less than the minimum, if it says why
    reason_allowed boolean not null default true,
    unique (campaign, no)
);

-- Who takes part: late joiners are added, withdrawn units stay with their reason.
create table campaign_unit (
    campaign uuid not null references campaign,
    unit text not null,
    upper text,
    kind text not null,
    joined_at timestamptz not null,
    withdrawn_at timestamptz,
    reason text,
    primary key (campaign, unit)
);

create index campaign_unit_upper_idx on campaign_unit (campaign, upper);

-- The tasks of the issued plan, one row per task and stage.
create table campaign_item (
    id bigint generated always as identity primary key,
    campaign uuid not null references campaign,
    stage bigint not null references campaign_stage,
    no int not null,
    name text not null,
    -- kind of unit that does it, or null when only the lead and assisting units do
    unit_kind text,
    lead_unit text,
    assisting text[] not null default '{}',
    -- count: a number with a minimum; done: yes or no; text: a few words
    form text not null check (form in ('count', 'done', 'text')),
    minimum numeric,
    -- kind of work record that is counted for it; null if the unit states it
    measure text,
    unit_of_measure text,
    duty_item text,
    basis text,
    minutes int not null default 0,
    due date
);

create index campaign_item_stage_idx on campaign_item (stage);

create table unit_stage (
    id bigint generated always as identity primary key,
    campaign uuid not null references campaign,
    stage bigint not null references campaign_stage,
    unit text not null,
    round int not null default 1,
    upper bigint references unit_stage,
    open_lower int not null default 0 check (open_lower >= 0),
    -- open until the unit above accepts it; withdrawn units no longer count
    state text not null default 'open' check (state in ('open', 'accepted', 'withdrawn')),
    submitted_at timestamptz,
    accepted_at timestamptz,
    reason text,
    opened_at timestamptz not null,
    unique (stage, unit, round)
);

create index unit_stage_upper_idx on unit_stage (upper) where state = 'open';

create index unit_stage_campaign_idx on unit_stage (campaign, unit);

create table unit_stage_item (
    us bigint not null references unit_stage,
    item bigint not null references campaign_item,
    value numeric,
    note text,
    state text not null default 'open' check (state in ('open', 'submitted', 'accepted', 'returned')),
    comment text,
    stopped_at timestamptz,
    changed_by uuid,
    changed_at timestamptz,
    primary key (us, item)
);
