-- The rules of who acts for whom and who must not know of a case, word for word as before, but planned once a connection instead of at every
-- call: a completion calls them several times, and planning them took longer than everything else it does.
create or replace function case_excluded(a_case uuid, a_staff uuid, a_units text[], a_areas bigint[]) returns boolean
    language plpgsql stable parallel safe
as
$$
begin
    return exists (
        select 1
        from case_exclusion x
        where x.case_id = a_case
          and (x.staff = a_staff
            or x.unit = any (a_units)
            or exists (select 1 from unnest(a_areas) held(area) where held.area between x.area_from and x.area_to)));
end
$$;

create or replace function case_excluded(a_case uuid, a_staff uuid) returns boolean
    language plpgsql stable parallel safe
as
$$
begin
    if not exists (select 1 from case_exclusion x where x.case_id = a_case) then
        return false;
    end if;
    return case_excluded(a_case, a_staff,
        array(select p.unit from staff_post p where p.staff = a_staff),
        array(select u.area from staff_post p join unit u on u.code = p.unit where p.staff = a_staff));
end
$$;

create or replace function acting_for(a_staff uuid, a_role text, a_unit text, a_case uuid, a_day date) returns uuid
    language plpgsql stable parallel safe
as
$$
begin
    return (
        select s.absent
        from substitution s
        join staff_post p on p.staff = s.absent and p.role = a_role and p.unit = a_unit
        join staff a on a.id = s.absent and a.enabled and not a.disabled_here
        where s.substitute = a_staff
          and s.ended_at is null
          and a_day between s.from_day and s.to_day
          and a_unit = any (s.units)
          and (s.kind is null or s.kind = (select f.kind from case_file f where f.id = a_case))
          and exists (select 1 from staff_post q where q.staff = a_staff and q.unit = s.as_unit)
          and not exists (select 1 from staff_post q where q.staff = a_staff and q.role = a_role and q.unit = a_unit)
          and not case_excluded(a_case, s.absent)
          and not case_excluded(a_case, s.substitute)
        order by s.made_at, s.id
        limit 1);
end
$$;

create or replace function acted_for(a_staff uuid, a_role text, a_unit text, a_case uuid, a_day date, a_item bigint) returns uuid
    language plpgsql stable parallel safe
as
$$
begin
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
