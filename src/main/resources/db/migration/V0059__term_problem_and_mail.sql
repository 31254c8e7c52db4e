-- The office's own terms for problems stand in the table with the others; a problem keeps the version its clock was set by.
insert into term_rule (code, days, unit, extension, kind, valid_from, made_at, why) values
    ('problem', 5, 'working', 5, 'internal', date '2022-05-01', timestamptz '2022-05-01 00:00:00+08', '本系统原有规定'),
    ('problem-urgent', 1, 'working', 1, 'internal', date '2022-05-01', timestamptz '2022-05-01 00:00:00+08', '本系统原有规定');

-- Null for clocks set before.
alter table problem add column term bigint references term_rule;

-- When a mail was taken over: what came since the last digest is told in the next.
alter table mailbox_mail add column came timestamptz not null default now();
