-- How long things may take. A row is one version of one term, for everybody or for one area and channel; a change adds a row, and a clock
-- keeps the row it was set by, so that what was promised stays what it was.
create table term_rule (
    id bigint generated always as identity primary key,
    -- the same over all versions; what a clock and a subject name
    code text collate "C" not null check (code ~ '^[a-z][a-z0-9-]{2,39}$'),
    -- null for the terms the product knows by itself, whose names are in both languages
    name text check (length(name) between 1 and 60),
    -- unit whose area it holds in, with the range of that area, and the channel: null for all
    area text,
    low bigint,
    high bigint,
    channel text,
    -- null: what held until then for this area and channel holds no longer
    days int check (days between 1 and 400),
    unit text not null check (unit in ('calendar', 'working')),
    -- days it may be extended by, once
    extension int not null default 0 check (extension between 0 and 400),
    kind text not null check (kind in ('statutory', 'provincial', 'internal')),
    -- the document that sets it, empty where the article says it all
    source text not null default '' check (length(source) <= 200),
    valid_from date not null,
    made_by uuid,
    made_at timestamptz not null,
    why text not null check (length(why) between 1 and 300),
    check ((area is null) = (low is null) and (area is null) = (high is null)),
    check (days is not null or area is not null or channel is not null or name is not null)
);

create index term_rule_code_idx on term_rule (code, valid_from desc, id desc);

insert into term_rule (code, days, unit, extension, kind, valid_from, made_at, why)
select code, days, unit, extension, kind, date '2022-05-01', timestamptz '2022-05-01 00:00:00+08', '《信访工作条例》施行'
from (values
    ('petition-routing', 15, 'calendar', 0, 'statutory'),
    ('petition-notice', 15, 'calendar', 0, 'statutory'),
    ('petition-objection', 5, 'working', 0, 'statutory'),
    ('petition-handling', 60, 'calendar', 30, 'statutory'),
    ('petition-review-request', 30, 'calendar', 0, 'statutory'),
    ('petition-review', 30, 'calendar', 0, 'statutory'),
    ('petition-second-review-request', 30, 'calendar', 0, 'statutory'),
    ('petition-second-review', 30, 'calendar', 0, 'statutory'),
    ('complaint-simple', 10, 'working', 10, 'internal'),
    ('complaint-suggestion', 15, 'working', 15, 'internal'),
    ('complaint-duty', 15, 'working', 15, 'internal'),
    ('complaint-carrying', 20, 'working', 20, 'internal'),
    ('complaint-inquiry', 2, 'working', 2, 'internal'),
    ('complaint-follow-up', 10, 'working', 10, 'internal')
) as seed (code, days, unit, extension, kind);

-- The version a clock was set by; null for clocks set before there was a table, which follow the law as it stood in the product.
alter table complaint_clock add column term bigint references term_rule;

-- A subject names a term of the table.
update subject set term = case term when 'petition-simple' then 'complaint-simple' else 'complaint-' || term end
where term in ('petition-simple', 'duty', 'suggestion', 'inquiry');
