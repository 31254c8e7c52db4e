-- What went to another post because somebody left a case, and where it came from: if he returns and nobody has begun with it, it returns too.
create table recusal_item (
    recusal uuid not null references recusal,
    item bigint not null references work_item,
    role text not null,
    unit text not null,
    primary key (recusal, item)
);

-- A matter whose desk had nobody left, and the desk above that has it since.
create table complaint_desk_up (
    complaint uuid not null references complaint,
    desk text not null,
    to_unit text not null,
    at timestamptz not null,
    primary key (complaint, to_unit)
);

-- A request to see who a petitioner is that nobody decided before the matter ended.
alter table reveal drop constraint reveal_state_check;
alter table reveal drop constraint reveal_check1;
alter table reveal add constraint reveal_state_check check (state in ('asked', 'granted', 'refused', 'over'));
alter table reveal add constraint reveal_decided_check check ((state in ('asked', 'over')) = (decided_by is null));

update reveal r set state = 'over' from complaint c where c.id = r.case_id and c.closed is not null and r.state = 'asked';
delete from work_copy k using reveal r
where r.state = 'over' and k.read_at is null and k.page = '/complaints/' || r.case_id || '/identity/requests/' || r.id;

-- The check codes of papers whose text was destroyed, as keyed digests: whoever holds one can still have it checked.
create table destroyed_paper (
    paper bigint primary key references complaint_paper,
    code bytea not null
);

-- The name of a file that was attached to a task is what somebody typed: from now on a remark, which is sealed with its case.
update case_event e set facts = '{}' from case_file f
where f.id = e.case_id and f.sealed and e.act = 'attached';
update case_event e set remark = e.facts ->> 'file', facts = '{}' from complaint c
where c.id = e.case_id and e.act = 'attached' and e.remark is null and e.facts ->> 'file' is not null;
