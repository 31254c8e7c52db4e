-- 意见反馈: what people say about Qipan itself, and what the administrator answers. Never about a case.
create table feedback (
    id bigint generated always as identity primary key,
    -- of the form it came with: the same form sent twice is one entry
    key uuid not null unique,
    staff uuid not null,
    -- address of the page it was written from, without what tells one case from another; empty if not known
    page text not null check (length(page) <= 200),
    text text not null check (length(text) between 1 and 1000),
    at timestamptz not null,
    answer text check (length(answer) between 1 and 1000),
    answered_at timestamptz,
    answered_by uuid,
    -- whether its writer has seen the answer
    seen boolean not null default false,
    check ((answer is null) = (answered_at is null) and (answer is null) = (answered_by is null))
);

create index feedback_staff_idx on feedback (staff, id desc);
create index feedback_waiting_idx on feedback (id desc) where answer is null;
create index feedback_unseen_idx on feedback (staff) where answer is not null and not seen;

-- Drills of restoring a backup, as the administrator reports them. The restoring itself is no work for a page.
create table recovery_drill (
    id bigint generated always as identity primary key,
    -- of the form it came with: the same form sent twice is one drill
    key uuid not null unique,
    day date not null,
    passed boolean not null,
    note text not null check (length(note) <= 500),
    at timestamptz not null
);
