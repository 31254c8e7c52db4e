-- case_excluded, asked the other way round: the cases a reader must not know of. They are few, so a list asks once for them and then
-- compares, instead of asking for every row it passes. Both must say the same: a test holds them together.
create function excluded_cases(a_staff uuid, a_units text[], a_areas bigint[]) returns setof uuid
    language sql stable parallel safe
    begin atomic
        select x.case_id from case_exclusion x where x.staff = a_staff
        union
        select x.case_id from case_exclusion x where x.unit = any (a_units)
        union
        select x.case_id from unnest(a_areas) held(area)
        join case_exclusion x on x.area_from is not null and int8range(x.area_from, x.area_to, '[]') @> held.area;
    end;

create index case_exclusion_staff_idx on case_exclusion (staff, case_id) where staff is not null;

create index case_exclusion_unit_idx on case_exclusion (unit, case_id) where unit is not null;

create index case_exclusion_area_idx on case_exclusion using gist (int8range(area_from, area_to, '[]')) where area_from is not null;

-- With the stage the choices of the filter bar are read from the index alone, like the badge.
drop index work_item_mine_idx;
create index work_item_mine_idx on work_item (role, unit, due, id) include (case_id, stage) where state = 'open';
drop index work_item_township_idx;
create index work_item_township_idx on work_item (township, due, id) include (case_id, unit, stage) where state = 'open';
drop index work_item_county_idx;
create index work_item_county_idx on work_item (county, due, id) include (case_id, unit, stage) where state = 'open';
drop index work_item_prefecture_idx;
create index work_item_prefecture_idx on work_item (prefecture, due, id) include (case_id, unit, stage) where state = 'open';
drop index work_item_province_idx;
create index work_item_province_idx on work_item (province, due, id) include (case_id, unit, stage) where state = 'open';
