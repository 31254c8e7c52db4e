-- What an office asks of a unit about a case, in writing and by a day, and what came of it. The words lie in the vault of the case
-- (<id>-reason, -asked, -answer, -remark): a matter may be sealed, and an answer may tell who somebody is.
create table demand (
    id uuid primary key,
    case_id uuid not null references case_file,
    kind text not null check (kind in ('supervision', 'instruction', 'followup', 'care', 'advice', 'aid')),
    asked_by uuid not null,
    -- the post that asks, and the one that answers
    role text not null,
    unit text not null,
    to_role text not null,
    to_unit text not null,
    at timestamptz not null,
    -- exclusive end of the time to answer in; null without a day
    due timestamptz,
    -- whether the one who asked accepts the answer or sends it back
    checked boolean not null,
    state text not null default 'asked' check (state in ('asked', 'answered', 'accepted', 'withdrawn')),
    -- how often an answer was sent back
    returned int not null default 0,
    answered timestamptz,
    ended timestamptz,
    check ((ended is null) = (state in ('asked', 'answered')))
);

create index demand_case_idx on demand (case_id, at);
create index demand_open_idx on demand (kind, unit, due) where ended is null;

-- 督办 (信访工作条例 arts. 38, 39): a matter whose handling somebody above looks after. It has the id of what is asked of the handling unit.
create table supervision (
    id uuid primary key references demand,
    complaint uuid not null references complaint,
    unit text not null,
    ground text not null check (ground in ('shirking', 'delay', 'fraud', 'objections', 'other')),
    -- 挂牌督办: by the leader of the level
    listed timestamptz,
    listed_by uuid,
    listed_role text,
    -- taken off, with a reason
    lifted timestamptz,
    lifted_by uuid,
    lifted_why text,
    check ((listed is null) = (listed_by is null) and (listed is null) = (listed_role is null)),
    check ((lifted is null) = (lifted_by is null) and (lifted is null) = (lifted_why is null))
);

-- One level supervises a matter once at a time.
create unique index supervision_running_idx on supervision (complaint, unit) where lifted is null;
create index supervision_unit_idx on supervision (unit, listed) where lifted is null;

-- What proposes itself to be supervised, beside what is late: few among many.
create index complaint_objections_idx on complaint (id) where objections >= 2;
create index complaint_bad_grade_idx on complaint (id) where grade <= 2;
