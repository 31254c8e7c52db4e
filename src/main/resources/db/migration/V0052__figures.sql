-- The figures of complaints (统计) count a year of a large area: subject and place are read from the index of the list itself, without the rows.
drop index complaint_township_idx, complaint_county_idx, complaint_prefecture_idx, complaint_province_idx;
create index complaint_township_idx on complaint (township, received desc, id desc) include (subject, area) where not sealed;
create index complaint_county_idx on complaint (county, received desc, id desc) include (subject, area) where not sealed;
create index complaint_prefecture_idx on complaint (prefecture, received desc, id desc) include (subject, area) where not sealed;
create index complaint_province_idx on complaint (province, received desc, id desc) include (subject, area) where not sealed;

-- What is open is little beside what ever was.
create index complaint_open_idx on complaint (received, id) where closed is null;

-- How clocks were kept is counted without their matters: a clock knows where its matter lies, and whether that is sealed.
alter table complaint_clock add column area bigint, add column sealed boolean;
update complaint_clock k set area = c.area, sealed = c.sealed from complaint c where c.id = k.complaint;
alter table complaint_clock alter column area set not null, alter column sealed set not null;
create index complaint_clock_kept_idx on complaint_clock (due) include (area, code, done, complaint) where not sealed;

create function complaint_clock_place() returns trigger language plpgsql as $$
begin
    select c.area, c.sealed into strict new.area, new.sealed from complaint c where c.id = new.complaint;
    return new;
end $$;

create trigger complaint_clock_place before insert on complaint_clock for each row execute function complaint_clock_place();

create function complaint_clock_sealed() returns trigger language plpgsql as $$
begin
    update complaint_clock set sealed = new.sealed where complaint = new.id;
    return null;
end $$;

create trigger complaint_clock_sealed after update of sealed on complaint for each row
    when (old.sealed is distinct from new.sealed) execute function complaint_clock_sealed();
