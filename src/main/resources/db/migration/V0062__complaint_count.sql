-- 统计 of a city or a province: a year of it is hundreds of thousands of matters, too many to read while somebody waits. Their counts by county
-- (by town where there is no county), month and subject are kept with them. Every change adds a row and none is updated, so that nobody waits
-- for anybody who counts in the same place; a job folds the rows of a month into one. The sum is right at every moment.

create function month_of(a_time timestamptz) returns date
    language sql immutable parallel safe
    return cast(date_trunc('month', a_time at time zone 'Asia/Shanghai') as date);

create function counted_place(an_area bigint) returns bigint
    language sql immutable parallel safe
    return case
        when an_area % 100000000 >= 1000000 then an_area / 1000000 * 1000000
        when an_area % 1000000 >= 1000 then an_area / 1000 * 1000
        else an_area end;

create table complaint_count (
    month date not null,
    place bigint not null,
    subject bigint,
    count int not null
);
comment on column complaint_count.subject is 'version of a subject; null while a matter is not sorted';
create index complaint_count_idx on complaint_count (month, place) include (subject, count);

create table complaint_clock_count (
    month date not null,
    place bigint not null,
    code text not null,
    kept int not null,
    ended int not null
);
comment on column complaint_clock_count.month is 'of the due time; at its first moment a clock belongs to the month before';
comment on column complaint_clock_count.ended is 'clocks due in the month, so of a month that is over';
create index complaint_clock_count_idx on complaint_clock_count (month, place) include (code, kept, ended);

create function complaint_counted() returns trigger language plpgsql as $$
begin
    if tg_op <> 'INSERT' and not old.sealed then
        insert into complaint_count values (month_of(old.received), counted_place(old.area), old.subject, -1);
    end if;
    if tg_op <> 'DELETE' and not new.sealed then
        insert into complaint_count values (month_of(new.received), counted_place(new.area), new.subject, 1);
    end if;
    return null;
end $$;

create trigger complaint_counted after insert or delete on complaint for each row execute function complaint_counted();
create trigger complaint_recounted after update of received, area, subject, sealed on complaint for each row
    when ((old.received, old.area, old.subject, old.sealed) is distinct from (new.received, new.area, new.subject, new.sealed))
    execute function complaint_counted();

create function complaint_clock_counted() returns trigger language plpgsql as $$
begin
    if tg_op <> 'INSERT' and not old.sealed then
        insert into complaint_clock_count values (month_of(old.due - interval '1 microsecond'), counted_place(old.area), old.code,
            -coalesce(cast(old.done < old.due as int), 0), -1);
    end if;
    if tg_op <> 'DELETE' and not new.sealed then
        insert into complaint_clock_count values (month_of(new.due - interval '1 microsecond'), counted_place(new.area), new.code,
            coalesce(cast(new.done < new.due as int), 0), 1);
    end if;
    return null;
end $$;

create trigger complaint_clock_counted after insert or delete on complaint_clock for each row execute function complaint_clock_counted();
create trigger complaint_clock_recounted after update of due, done, area, sealed on complaint_clock for each row
    when ((old.due, old.done, old.area, old.sealed) is distinct from (new.due, new.done, new.area, new.sealed))
    execute function complaint_clock_counted();

-- Counts everything anew; whoever writes meanwhile waits.
create procedure recount_complaints() language plpgsql as $$
begin
    lock table complaint_count, complaint_clock_count in exclusive mode;
    delete from complaint_count;
    insert into complaint_count
        select month_of(received), counted_place(area), subject, count(*) from complaint where not sealed group by 1, 2, 3;
    delete from complaint_clock_count;
    insert into complaint_clock_count
        select month_of(due - interval '1 microsecond'), counted_place(area), code, count(*) filter (where done < due), count(*)
        from complaint_clock where not sealed group by 1, 2, 3;
end $$;

call recount_complaints();
