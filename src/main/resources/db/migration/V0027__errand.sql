-- 请人代办: one person does one task for another who stays accountable. It ends by itself with the item, with the post of either, or with a
-- recusal of either; no job has to run for it.
create table errand (
    id bigint generated always as identity primary key,
    item bigint not null references work_item,
    asker uuid not null references staff,
    doer uuid not null references staff check (doer <> asker),
    note text,
    at timestamptz not null,
    ended_at timestamptz,
    ended_by uuid,
    -- handed back by the doer, or withdrawn by the post that asked; over once the item is closed
    ended text check (ended in ('back', 'withdrawn', 'over')),
    reason text,
    check ((ended_at is null) = (ended is null))
);

create unique index errand_item_idx on errand (item) where ended_at is null;
create index errand_doer_idx on errand (doer) where ended_at is null;
create index errand_asker_idx on errand (asker) where ended_at is null;

-- The errands that count now. The one place that decides it: list, count, page, acts and timeline read this.
create view open_errand as
    select e.id, e.item, e.asker, a.name as asker_name, e.doer, d.name as doer_name, e.note, e.at, w.case_id, w.role, w.unit
    from errand e
    join work_item w on w.id = e.item and w.state = 'open'
    join staff a on a.id = e.asker and a.enabled and not a.disabled_here
    join staff d on d.id = e.doer and d.enabled and not d.disabled_here
    where e.ended_at is null
      and exists (select 1 from staff_post p where p.staff = e.asker and p.role = w.role and p.unit = w.unit)
      and exists (select 1 from staff_post p where p.staff = e.doer and p.unit = w.unit)
      and not case_excluded(w.case_id, e.asker)
      and not case_excluded(w.case_id, e.doer);

-- For whom somebody acted, as it is written down: the one who asked him to do this item, else the one he stands in for. An act that names
-- no item counts as done for the asker only where the post is not the doer's own.
create function acted_for(a_staff uuid, a_role text, a_unit text, a_case uuid, a_day date, a_item bigint) returns uuid
    language sql stable parallel safe
    return coalesce(
        (select o.asker from open_errand o
         where o.doer = a_staff and o.case_id = a_case and o.role = a_role and o.unit = a_unit
           and (o.item = a_item
             or a_item is null and not exists (
                 select 1 from staff_post p where p.staff = a_staff and p.role = a_role and p.unit = a_unit))
         order by o.id limit 1),
        acting_for(a_staff, a_role, a_unit, a_case, a_day));
