-- 双人授权查看: who asked to see who a petitioner is, who else allowed it, and how often was looked. Nobody decides for himself.
create table reveal (
    id         uuid primary key,
    case_id    uuid        not null,
    desk       text        not null,
    purpose    text        not null,
    words      text        not null,
    state      text        not null default 'asked' check (state in ('asked', 'granted', 'refused')),
    asked_by   uuid        not null,
    asked_at   timestamptz not null,
    decided_by uuid check (decided_by <> asked_by),
    decided_at timestamptz,
    reason     text,
    -- until when the one who asked may look; null unless granted
    until      timestamptz,
    looks      integer     not null default 0,
    check ((state = 'asked') = (decided_by is null)),
    check ((state = 'granted') = (until is not null))
);

create unique index reveal_open on reveal (case_id, asked_by) where state = 'asked';
create index reveal_by_case on reveal (case_id, asked_at desc);
create index reveal_by_time on reveal (asked_at);
