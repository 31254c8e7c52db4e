-- 领导接访日 (信访工作条例 art. 18): days on which a leader receives. Published: no personal data.
create table reception_day (
    id uuid primary key,
    unit text not null,
    -- the leader's post
    role text not null,
    day date not null,
    opens time not null,
    closes time not null check (closes > opens),
    place text not null check (length(place) between 1 and 200),
    slots int not null check (slots between 1 and 50),
    planned_by uuid not null,
    planned timestamptz not null,
    cancelled timestamptz,
    cancelled_why text,
    check ((cancelled is null) = (cancelled_why is null))
);

create index reception_day_idx on reception_day (unit, day);
create index reception_coming_idx on reception_day (day, unit) where cancelled is null;

-- A matter put on a day, because the petitioner wishes it. What was said goes into the course of the matter; of a sealed one into its vault.
create table reception_visit (
    id uuid primary key,
    day uuid not null references reception_day,
    complaint uuid not null references complaint,
    put_by uuid not null,
    put timestamptz not null,
    came boolean,
    noted timestamptz,
    noted_by uuid,
    -- what the handling unit is to do after it
    followup uuid references demand,
    check ((came is null) = (noted is null) and (came is null) = (noted_by is null)),
    unique (day, complaint)
);

create index reception_visit_complaint_idx on reception_visit (complaint);
create index demand_to_idx on demand (to_unit, to_role, kind) where ended is null;
