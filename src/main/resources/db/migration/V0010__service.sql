-- The catalogue. aggregate_only: touches reproduction or a named illness, so institutions enter counts and nothing else.
-- office_only: figures of an office or a counter, never of a village.
create table service_kind (
    key text primary key,
    position int not null,
    section text not null check (section in ('visit', 'guidance', 'publicity', 'correction', 'aid', 'organising', 'health', 'cooperation', 'office')),
    unit_of_measure text not null,
    second_unit text,
    decimals int not null default 0 check (decimals between 0 and 2),
    aggregate_only boolean not null default false,
    office_only boolean not null default false,
    favourite boolean not null default false,
    retired boolean not null default false,
    unique (key, aggregate_only),
    check (not (aggregate_only and office_only))
);

insert into service_kind (position, key, section, unit_of_measure, second_unit, decimals, aggregate_only, office_only, favourite) values
    (10, 'visit-rental', 'visit', 'room', null, 0, false, false, true),
    (11, 'visit-dormitory', 'visit', 'room', null, 0, false, false, false),
    (12, 'visit-estate', 'visit', 'place', null, 0, false, false, false),
    (13, 'visit-shop', 'visit', 'room', null, 0, false, false, false),
    (14, 'visit-market', 'visit', 'place', null, 0, false, false, false),
    (15, 'visit-site', 'visit', 'spot', null, 0, false, false, false),
    (16, 'visit-employer', 'visit', 'firm', null, 0, false, false, false),
    (17, 'notice', 'visit', 'copy', null, 0, false, false, false),
    (20, 'consultation', 'guidance', 'persontime', null, 0, false, false, true),
    (21, 'registration-guidance', 'guidance', 'persontime', null, 0, false, false, false),
    (22, 'permit-guidance', 'guidance', 'persontime', null, 0, false, false, false),
    (30, 'leaflet', 'publicity', 'copy', null, 0, false, false, true),
    (31, 'notice-board', 'publicity', 'issue', null, 0, false, false, true),
    (32, 'banner', 'publicity', 'strip', null, 0, false, false, false),
    (33, 'broadcast', 'publicity', 'time', null, 0, false, false, false),
    (34, 'lecture', 'publicity', 'session', 'persontime', 0, false, false, true),
    (35, 'free-clinic', 'publicity', 'session', 'persontime', 0, false, false, false),
    (36, 'youth-activity', 'publicity', 'session', null, 0, false, false, false),
    (40, 'data-update', 'correction', 'entry', null, 0, false, false, true),
    (41, 'data-duplicate', 'correction', 'entry', null, 0, false, false, false),
    (42, 'data-invalid', 'correction', 'entry', null, 0, false, false, false),
    (50, 'hardship-aid', 'aid', 'household', null, 0, false, false, false),
    (51, 'problem-found', 'aid', 'matter', null, 0, false, false, false),
    (52, 'problem-solved', 'aid', 'matter', null, 0, false, false, false),
    (60, 'meeting', 'organising', 'session', 'persontime', 0, false, false, false),
    (61, 'work-plan', 'organising', 'copy', null, 0, false, false, false),
    (62, 'funds', 'organising', 'money', null, 2, false, false, false),
    (63, 'staff-deployed', 'organising', 'persontime', null, 0, false, false, false),
    (64, 'volunteer', 'organising', 'persontime', null, 0, false, false, false),
    (65, 'model-case', 'organising', 'piece', null, 0, false, false, false),
    (70, 'health-record', 'health', 'copy', null, 0, false, false, false),
    (71, 'vaccination', 'health', 'person', 'dose', 0, false, false, false),
    (72, 'health-check', 'health', 'persontime', null, 0, false, false, false),
    (73, 'birth-registration-guidance', 'health', 'persontime', null, 0, true, false, false),
    (74, 'maternal-record-guidance', 'health', 'persontime', null, 0, true, false, false),
    (75, 'two-cancer-screening', 'health', 'person', null, 0, true, false, false),
    (76, 'preconception-check', 'health', 'couple', null, 0, true, false, false),
    (80, 'cooperation-interprovincial', 'cooperation', 'time', null, 0, false, true, false),
    (81, 'cooperation-provincial', 'cooperation', 'time', null, 0, false, true, false),
    (82, 'cooperation-city', 'cooperation', 'time', null, 0, false, true, false),
    (83, 'assistance-sent', 'cooperation', 'matter', null, 0, false, true, false),
    (84, 'assistance-received', 'cooperation', 'matter', null, 0, false, true, false),
    (85, 'assistance-answered', 'cooperation', 'matter', 'matter', 0, false, true, false),
    (86, 'joint-handling', 'cooperation', 'matter', null, 0, false, true, false),
    (90, 'inflow', 'office', 'person', null, 0, false, true, false),
    (91, 'outflow', 'office', 'person', null, 0, false, true, false),
    (92, 'online-handling', 'office', 'matter', 'matter', 0, false, true, false),
    (93, 'acceptance', 'office', 'matter', 'matter', 0, false, true, false),
    (94, 'closing', 'office', 'matter', 'matter', 0, false, true, false),
    (95, 'complaint-accepted', 'office', 'matter', null, 0, false, true, false),
    (96, 'complaint-closed', 'office', 'matter', 'matter', 0, false, true, false);

-- One act of work. A row is never rewritten: a correction is a new row that replaces it, a withdrawal is a mark.
create table work_record (
    id bigint generated always as identity primary key,
    -- made by whoever records, so that sending twice counts once
    client_id uuid not null unique,
    unit text not null,
    area bigint not null,
    owner_area bigint not null,
    kind text not null,
    aggregate_only boolean not null,
    quantity numeric(12, 2) not null check (quantity >= 0),
    second_quantity numeric(12, 2) check (second_quantity >= 0),
    day date not null,
    grid text check (grid ~ '^[0-9]{1,3}$'),
    note text check (length(note) <= 500),
    campaign uuid,
    -- when the person noted it and when it reached us; seen by the person alone
    recorded_at timestamptz not null,
    received_at timestamptz not null,
    recorded_by uuid not null,
    post_role text not null,
    withdrawn_at timestamptz,
    superseded_at timestamptz,
    replaces bigint unique references work_record,
    reason text,
    foreign key (kind, aggregate_only) references service_kind (key, aggregate_only),
    constraint aggregate_without_place check (not aggregate_only or (grid is null and note is null)),
    constraint aggregate_by_institution check (not aggregate_only or post_role = 'service-provider')
);

create index work_record_figure_idx on work_record (campaign, kind, area) include (unit, quantity, second_quantity, day)
    where withdrawn_at is null and superseded_at is null;

create index work_record_area_idx on work_record (area, day desc, id desc) where withdrawn_at is null and superseded_at is null;

create index work_record_own_idx on work_record (recorded_by, day desc, id desc);

-- A file somebody wants to import: nothing of it counts until he confirms, and it goes after that.
create table work_record_import (
    id uuid primary key,
    staff uuid not null,
    file_name text not null,
    made_at timestamptz not null,
    lines jsonb not null,
    errors jsonb not null,
    confirmed_at timestamptz
);

create index work_record_import_staff_idx on work_record_import (staff, made_at);
