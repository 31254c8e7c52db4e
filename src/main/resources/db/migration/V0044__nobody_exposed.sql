-- A sealed case lies in nobody's area: leaders who look down find neither it nor its items, and a copy tells of it without its name.
alter table case_file add column sealed boolean not null default false;

-- An anonymous matter is sealed from the moment it comes in, not only once somebody has sorted it.
update complaint set sealed = true where mode = 'anonymous' and digest is null;
update case_file f set sealed = true from complaint c where c.id = f.id and c.sealed;
update work_item w set village = null, township = null, county = null, prefecture = null, province = null
from case_file f where f.id = w.case_id and f.sealed;

-- Whether a copy opens a sealed case to its reader. What the system tells of lateness or of a recusal does not.
alter table work_copy add column opens boolean not null default false;
update work_copy set opens = true where page is not null or reason in ('grade', 'review');

-- Where somebody is complained of, whoever stands in for him is out as well: he sits at the same desk.
alter table case_exclusion add column stand_ins boolean not null default false;
update case_exclusion set stand_ins = true where reason in ('concerned', 'asked');

create index substitution_of_idx on substitution (substitute);

-- A substitution counts if it reached the time of the exclusion or lies after it, whether it runs today or not: who was told of work of the
-- one complained of while the matter was there stays out of it. So no day has to be asked for.
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
            or exists (select 1 from unnest(a_areas) held(area) where held.area between x.area_from and x.area_to)
            or x.stand_ins and exists (
                select 1
                from substitution s
                where s.substitute = a_staff
                  and s.to_day >= (x.at at time zone 'Asia/Shanghai')::date
                  and (s.ended_at is null or s.ended_at >= x.at)
                  and (s.absent = x.staff
                    or exists (
                        select 1 from staff_post p join unit u on u.code = p.unit
                        where p.staff = s.absent and (p.unit = x.unit or u.area between x.area_from and x.area_to))))));
end
$$;

create or replace function excluded_cases(a_staff uuid, a_units text[], a_areas bigint[]) returns setof uuid
    language sql stable parallel safe
    begin atomic
        select x.case_id from case_exclusion x where x.staff = a_staff
        union
        select x.case_id from case_exclusion x where x.unit = any (a_units)
        union
        select x.case_id from unnest(a_areas) held(area)
        join case_exclusion x on x.area_from is not null and int8range(x.area_from, x.area_to, '[]') @> held.area
        union
        select x.case_id
        from substitution s
        cross join lateral (
            select y.* from case_exclusion y where y.staff = s.absent
            union all
            select y.* from staff_post p join case_exclusion y on y.unit = p.unit where p.staff = s.absent
            union all
            select y.* from staff_post p join unit u on u.code = p.unit
            join case_exclusion y on y.area_from is not null and int8range(y.area_from, y.area_to, '[]') @> u.area
            where p.staff = s.absent) x
        where s.substitute = a_staff and x.stand_ins
          and s.to_day >= (x.at at time zone 'Asia/Shanghai')::date
          and (s.ended_at is null or s.ended_at >= x.at);
    end;
