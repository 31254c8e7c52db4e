-- 复查 and 复核 (信访工作条例 arts. 35, 36). Why the petitioner asks lies in the vault of the case: review-1, review-2. The opinion lies here
-- while it is a draft; signed, it is a paper of the matter.
create table complaint_review (
    id uuid primary key,
    complaint uuid not null references complaint,
    -- 1 复查, 2 复核
    level int not null check (level in (1, 2)),
    asked timestamptz not null,
    -- exclusive end of the 30 days of the reviewing unit
    due timestamptz not null,
    unit text not null,
    state text not null default 'asked' check (state in ('asked', 'examining', 'signing', 'serving', 'closed', 'withdrawn')),
    ruling text check (ruling in ('uphold', 'revoke', 'change', 'declined')),
    facts text,
    opinion text,
    basis text,
    writer uuid,
    paper bigint references complaint_paper,
    -- the hearing, whose days are left out (art. 36)
    hearing_from date,
    hearing_to date,
    check ((hearing_from is null) = (hearing_to is null)),
    check (hearing_from is null or level = 2 and hearing_from <= hearing_to),
    closed timestamptz,
    check ((closed is null) = (state not in ('closed', 'withdrawn')))
);

create index complaint_review_idx on complaint_review (complaint, asked);
-- Each level once; what was withdrawn or not accepted did not use it up.
create unique index complaint_review_level_idx on complaint_review (complaint, level)
    where state <> 'withdrawn' and ruling is distinct from 'declined';

alter table complaint_paper drop constraint complaint_paper_kind_check;
alter table complaint_paper add constraint complaint_paper_kind_check
    check (kind in ('notice', 'opinion', 'review', 'final', 'declined'));
