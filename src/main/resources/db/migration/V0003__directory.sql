-- Units, the posts at them and who holds the posts. Units come from files, people and posts from Keycloak.

-- A code is never used twice, so nothing is ever deleted here: what no longer exists is closed by a date.
create table unit (
    code text collate "C" primary key,
    kind text not null check (kind in
        ('province', 'prefecture', 'county', 'township', 'village', 'department', 'institution')),
    parent text collate "C" references unit,
    -- statistical code of the area it serves; the subtree of an area is a range of these
    area bigint not null,
    valid_from date not null,
    -- first day on which it no longer exists
    valid_to date check (valid_to > valid_from)
);

create index unit_parent_idx on unit (parent);

create index unit_area_idx on unit (area);

create table unit_name (
    unit text collate "C" not null references unit,
    valid_from date not null,
    valid_to date check (valid_to > valid_from),
    -- as in the decree that founded it: 新伦村民委员会
    official text not null,
    -- as spoken, with 村 or 社区: 新伦村
    short text collate "C" not null,
    -- as shown: the short name, with the last three digits of the code where two sisters sound alike
    name text not null,
    -- first letters and full readings without tones; further readings of a name follow after a blank
    initials text collate "C" not null,
    pinyin text collate "C" not null,
    primary key (unit, valid_from)
);

create index unit_name_short_idx on unit_name (short);

create index unit_name_initials_idx on unit_name (initials);

create index unit_name_pinyin_idx on unit_name (pinyin);

create table unit_succession (
    from_unit text collate "C" not null references unit,
    to_unit text collate "C" not null references unit,
    kind text not null check (kind in ('merge', 'split', 'rename')),
    at date not null,
    primary key (from_unit, to_unit, at)
);

create index unit_succession_to_idx on unit_succession (to_unit);

-- id: Keycloak's subject. People are disabled, never deleted: acts keep pointing at them.
create table staff (
    id uuid primary key,
    username text not null,
    name text not null,
    -- what Keycloak says
    enabled boolean not null,
    -- what Qipan says: stays, whatever Keycloak says
    disabled_here boolean not null default false,
    disabled_at timestamptz,
    -- Keycloak has not yet been told that the person left
    leave_pending boolean not null default false,
    synced_at timestamptz not null
);

create index staff_pending_idx on staff (id) where leave_pending;

-- Every post the realm knows, held or not.
create table post (
    unit text collate "C" not null references unit,
    role text not null,
    primary key (unit, role)
);

create table staff_post (
    staff uuid not null references staff,
    unit text collate "C" not null,
    role text not null,
    primary key (staff, unit, role),
    foreign key (unit, role) references post
);

create index staff_post_post_idx on staff_post (unit, role);

-- Who does a duty at units of a kind. The reviewer of a kind is an officer of the level above it.
create table duty_role (
    kind text not null,
    duty text not null check (duty in ('worker', 'head', 'reviewer')),
    role text not null,
    primary key (kind, duty)
);

insert into duty_role (kind, duty, role) values
    ('village', 'worker', 'village-worker'),
    ('village', 'head', 'village-head'),
    ('village', 'reviewer', 'township-officer'),
    ('township', 'worker', 'township-officer'),
    ('township', 'head', 'township-leader'),
    ('township', 'reviewer', 'district-officer'),
    ('county', 'worker', 'district-officer'),
    ('county', 'head', 'district-leader'),
    ('county', 'reviewer', 'city-officer'),
    ('prefecture', 'worker', 'city-officer'),
    ('prefecture', 'head', 'city-leader'),
    ('prefecture', 'reviewer', 'province-officer'),
    ('province', 'worker', 'province-officer'),
    ('province', 'head', 'province-officer'),
    ('department', 'worker', 'department-officer'),
    ('department', 'head', 'department-officer'),
    ('institution', 'worker', 'department-officer'),
    ('institution', 'head', 'department-officer');

-- How far the copy of Keycloak has come; one row.
create table directory_sync (
    one boolean primary key default true check (one),
    full_at timestamptz,
    -- moment of the newest change seen
    events_until timestamptz,
    -- a full copy is wanted: a group changed, or many people at once
    full_wanted boolean not null default true,
    -- Keycloak has not answered since
    down_since timestamptz,
    -- the next full copy may drop more than the limit, because a person looked at it
    drop_accepted boolean not null default false
);

insert into directory_sync default values;

-- A copy that was stopped; open until a later one goes through.
create table directory_alert (
    id bigint generated always as identity primary key,
    at timestamptz not null,
    staff_before int not null,
    staff_after int not null,
    posts_before int not null,
    posts_after int not null,
    closed_at timestamptz
);

create unique index directory_alert_open_idx on directory_alert ((true)) where closed_at is null;

-- A file of units that was read but not yet accepted.
create table unit_import (
    id uuid primary key,
    file text not null,
    started_by uuid,
    started_at timestamptz not null,
    state text not null check (state in ('reading', 'ready', 'applying', 'applied', 'discarded', 'failed')),
    -- message key, when it failed as a whole
    reason text,
    encoding text,
    bytes bigint not null,
    bytes_read bigint not null default 0,
    added int not null default 0,
    changed int not null default 0,
    unchanged int not null default 0,
    bad int not null default 0,
    finished_at timestamptz
);

create table unit_import_row (
    import uuid not null references unit_import on delete cascade,
    line int not null,
    code text collate "C" not null,
    kind text not null,
    parent text collate "C",
    area bigint not null,
    official text not null,
    short text not null,
    initials text not null,
    pinyin text not null,
    state text not null default 'added' check (state in ('added', 'changed', 'unchanged', 'bad')),
    primary key (import, line)
);

create index unit_import_row_code_idx on unit_import_row (import, code);

create table unit_import_fault (
    import uuid not null references unit_import on delete cascade,
    line int not null,
    field text not null,
    -- message key
    reason text not null,
    value text not null,
    primary key (import, line, field, reason)
);
