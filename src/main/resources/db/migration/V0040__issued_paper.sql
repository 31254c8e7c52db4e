-- In whose name a paper was signed: it stands on the paper and is told to whoever checks it.
alter table complaint_paper add column unit text;

update complaint_paper p
set unit = coalesce(
        (select r.unit from complaint_review r where r.paper = p.id),
        case when p.kind = 'opinion' then c.lead end,
        c.desk)
from complaint c
where c.id = p.complaint and p.signed is not null;
