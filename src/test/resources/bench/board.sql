-- A campaign of Zhongshan in its one stage: 300 villages with ten tasks each, a quarter of them done, thirty records for each counted task.
insert into campaign (id, unit, owner_area, name, state, created_by, created_at)
values ('01900000-0000-7000-8000-000000000300', '442000000000', 442000000000, '集中服务活动', 'RUNNING',
    '01900000-0000-7000-8000-000000000300', '2018-05-01');

insert into campaign_stage (campaign, no, name, opens, closes, state)
values ('01900000-0000-7000-8000-000000000300', 1, '走访服务', '2018-05-01', '2018-06-30', 'OPEN');

insert into campaign_item (campaign, stage, no, name, unit_kind, form, minimum, measure)
select s.campaign, s.id, n, '任务 ' || n, 'village', 'count', 20,
    (array ['visit-rental', 'visit-shop', 'leaflet', 'consultation', 'lecture'])[n]
from campaign_stage s, generate_series(1, 10) n where s.campaign = '01900000-0000-7000-8000-000000000300';

insert into campaign_unit (campaign, unit, upper, kind, joined_at)
select '01900000-0000-7000-8000-000000000300', code, parent, 'village', '2018-05-01'
from unit where kind = 'village' order by code desc limit 300;

insert into unit_stage (campaign, stage, unit, state, opened_at, accepted_at)
select u.campaign, s.id, u.unit, case row_number() over (order by u.unit) % 4 when 0 then 'accepted' else 'open' end, '2018-05-01',
    case row_number() over (order by u.unit) % 4 when 0 then timestamptz '2018-06-05 10:00+08' end
from campaign_unit u join campaign_stage s on s.campaign = u.campaign where u.campaign = '01900000-0000-7000-8000-000000000300';

insert into unit_stage_item (us, item, state, value)
select us.id, i.id, us.state, case when i.measure is null then 15 end
from unit_stage us join campaign_item i on i.stage = us.stage where us.campaign = '01900000-0000-7000-8000-000000000300';

insert into work_item (task, key, process, ref, kind, case_id, title, role, unit, created)
select 'bench-' || id, 'Task_WorkChecklist', 'campaign-unit', id, 'campaign', campaign, '集中服务活动', 'village-worker', unit, '2018-05-01'
from unit_stage where campaign = '01900000-0000-7000-8000-000000000300' and state = 'open';

insert into work_record (client_id, unit, area, owner_area, kind, aggregate_only, quantity, day, campaign, recorded_at, received_at,
    recorded_by, post_role)
select gen_random_uuid(), u.unit, u.unit::bigint, 442000000000, i.measure, false, 1, date '2018-05-02' + n, u.campaign, '2018-06-01', '2018-06-01',
    u.campaign, 'village-worker'
from campaign_unit u join campaign_item i on i.campaign = u.campaign and i.measure is not null, generate_series(0, 29) n
where u.campaign = '01900000-0000-7000-8000-000000000300';

analyze work_record;
analyze work_item;
analyze unit_stage_item;
analyze unit_stage;
analyze campaign_unit;
