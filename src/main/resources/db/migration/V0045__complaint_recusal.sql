-- 申请回避 by a petitioner (公务员法 art. 77): whom he means and why lie in the vault of the case, under recusal-<no>. Who decides is a post.
create table recusal_request (
    id uuid primary key,
    case_id uuid not null references case_file,
    no int not null,
    -- whom he means: those who received it, who handle it, who sign
    whom text not null check (whom in ('desk', 'handler', 'head')),
    asked timestamptz not null,
    -- the post that decides
    role text not null,
    unit text not null,
    state text not null default 'asked' check (state in ('asked', 'granted', 'refused')),
    decided_by uuid,
    decided timestamptz,
    -- what he is told
    reason text,
    unique (case_id, no),
    check ((state = 'asked') = (decided is null))
);

-- One at a time about the same people.
create unique index recusal_request_open_idx on recusal_request (case_id, whom) where state = 'asked';

-- 移交 of an accusation to the discipline organ (信访工作条例 art. 30): proved, and after the petitioner was told its text is destroyed.
create table complaint_handover (
    complaint uuid primary key references complaint,
    on_day date not null,
    -- number of the receipt, or who signed for it
    proof text not null check (length(proof) between 1 and 200),
    by uuid not null,
    at timestamptz not null,
    shredded timestamptz
);

-- What a review revoked or changed is answered anew, and of the new opinion a review may be asked again: a round of its own.
alter table complaint_review add column round int not null default 0;
drop index complaint_review_level_idx;
create unique index complaint_review_level_idx on complaint_review (complaint, level, round)
    where state <> 'withdrawn' and ruling is distinct from 'declined';
