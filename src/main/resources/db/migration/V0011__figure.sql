-- A sheet as it was confirmed: cells, formulas and their version, frozen. A later correction makes the next version.
create table figure_snapshot (
    id bigint generated always as identity primary key,
    form text not null,
    form_version int not null,
    unit text not null,
    campaign uuid,
    from_day date,
    to_day date,
    version int not null,
    sheet jsonb not null,
    sha256 text not null,
    made_by uuid not null,
    made_at timestamptz not null,
    unique nulls not distinct (form, unit, campaign, from_day, to_day, version)
);

-- An officer's own selection of measures, kept from month to month.
create table column_set (
    id uuid primary key,
    owner uuid not null,
    name text not null,
    columns text[] not null,
    saved_at timestamptz not null,
    unique (owner, name)
);

-- What a unit submits at the end of a campaign.
create table report_package (
    id uuid primary key,
    version int not null default 0,
    campaign uuid not null,
    unit text not null,
    area bigint not null,
    state text not null check (state in ('DRAFT', 'SUBMITTED', 'RECEIVED', 'RETURNED', 'ACCEPTED')),
    -- grows with every submission; what was submitted before stays in report_package_submission
    round int not null default 0,
    created_by uuid not null,
    created_at timestamptz not null,
    submitted_at timestamptz,
    receipt text,
    received_at timestamptz,
    accepted_at timestamptz,
    unique (campaign, unit)
);

create index report_package_area_idx on report_package (area, campaign);

create table report_package_item (
    package uuid not null references report_package,
    item text not null check (item in ('summary', 'form-a', 'form-b', 'form-c', 'case-1', 'case-2')),
    state text not null check (state in ('OPEN', 'LOCKED', 'RETURNED', 'ACCEPTED')),
    title text,
    content text,
    snapshot bigint references figure_snapshot,
    -- a model case needs the consent of the person it tells of, and somebody else who has read it
    consent boolean not null default false,
    second_reader uuid,
    confirmed boolean not null default false,
    remark text,
    changed_by uuid,
    changed_at timestamptz,
    primary key (package, item)
);

create table report_package_submission (
    package uuid not null references report_package,
    round int not null,
    items jsonb not null,
    submitted_by uuid not null,
    submitted_at timestamptz not null,
    primary key (package, round)
);

-- Gap-free numbers of receipts and circulars, by unit and year.
create table paper_series (
    unit text not null,
    kind text not null,
    year int not null,
    next int not null,
    primary key (unit, kind, year)
);

create table circular (
    id uuid primary key,
    version int not null default 0,
    campaign uuid not null,
    unit text not null,
    area bigint not null,
    title text not null,
    content text not null,
    state text not null check (state in ('DRAFT', 'SIGNED')),
    number text,
    made_by uuid not null,
    made_at timestamptz not null,
    signed_by uuid,
    signed_role text,
    signed_at timestamptz,
    check ((state = 'SIGNED') = (signed_at is not null and number is not null))
);

create index circular_campaign_idx on circular (campaign, unit);

-- Read by the unit, not by a person.
create table circular_receipt (
    circular uuid not null references circular,
    unit text not null,
    read_at timestamptz,
    primary key (circular, unit)
);

create index circular_receipt_unit_idx on circular_receipt (unit, read_at);
