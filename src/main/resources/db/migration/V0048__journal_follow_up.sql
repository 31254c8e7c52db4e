-- 办理记录: what whoever handles a matter, or was asked to help, did about it day by day. Of a sealed matter the text lies in the vault under
-- journal-<id>, as its digest does.
create table journal_entry (
    id uuid primary key,
    complaint uuid not null references complaint,
    kind text not null check (kind in ('call', 'visit', 'talk', 'evidence', 'mediation')),
    -- day it was done, not the day it was written
    day date not null,
    text text check (length(text) between 1 and 4000),
    -- 调解 (art. 33): what both agreed to; false where it failed, null for other kinds
    agreed boolean,
    by uuid not null,
    role text not null,
    unit text not null,
    at timestamptz not null,
    check ((agreed is null) = (kind <> 'mediation'))
);

create index journal_entry_idx on journal_entry (complaint, day, id);

create table journal_file (
    entry uuid not null references journal_entry,
    file uuid not null,
    primary key (entry, file)
);

create index journal_file_idx on journal_file (file);

-- 回访: after a matter was answered and closed the desk asks whether it helped. The answers are kept apart: not solved is not rude, and neither
-- is 'I do not agree with the law'. What he says lies in the vault under follow-up.
create table follow_up (
    complaint uuid primary key references complaint,
    id uuid not null unique,
    desk text not null,
    term bigint not null references term_rule,
    started timestamptz not null,
    due timestamptz not null,
    tries int not null default 0,
    -- rated: he gave his grade by himself before anybody reached him
    state text not null default 'open' check (state in ('open', 'reached', 'unreached', 'declined', 'rated')),
    solved boolean,
    polite boolean,
    lawful boolean,
    ended timestamptz,
    check ((state = 'open') = (ended is null)),
    check ((state = 'reached') = (solved is not null)),
    check ((solved is null) = (polite is null) and (solved is null) = (lawful is null))
);

create index follow_up_open_idx on follow_up (started) where state = 'open';
