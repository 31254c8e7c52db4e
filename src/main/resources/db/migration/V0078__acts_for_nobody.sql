-- For whom somebody acted is asked three times whenever a task is done, and hardly anybody acts for another: whether there is anything to
-- look for is asked first, which takes a tenth of the time.
create or replace function acted_for(a_staff uuid, a_role text, a_unit text, a_case uuid, a_day date, a_item bigint) returns uuid
    language plpgsql stable parallel safe
as
$$
begin
    if not exists (select from errand e where e.doer = a_staff and e.ended_at is null)
        and not exists (select from substitution s where s.substitute = a_staff and s.ended_at is null)
    then
        return null;
    end if;
    return coalesce(
        (select o.asker from open_errand o
         where o.doer = a_staff and o.case_id = a_case and o.role = a_role and o.unit = a_unit
           and (o.item = a_item
             or a_item is null and not exists (
                 select 1 from staff_post p where p.staff = a_staff and p.role = a_role and p.unit = a_unit))
         order by o.id limit 1),
        acting_for(a_staff, a_role, a_unit, a_case, a_day));
end
$$;
