-- Staff open cases; so do residents, who have no account.
alter table case_file alter column started_by drop not null;

-- A petition matter (信访事项). The aggregate has the id of its case; its title is the case's. What the petitioner wrote and who he is lie
-- in the vault, not here.
create table complaint (
    id uuid primary key references case_file,
    channel text not null
        check (channel in ('web', 'counter', 'phone', 'letter', 'box', 'visit', 'mail', 'hotline', 'national')),
    mode text not null check (mode in ('anonymous', 'confidential', 'named')),
    -- unit whose complaint officers have it, and the one they had it from: null unless it was sent on
    desk text not null,
    forwarder text,
    -- unit it happened at, and its area; that of the desk where no place was named
    place text,
    area bigint not null,
    -- unit it complains of, if one was named by its code
    concerned text,
    received timestamptz not null,
    outside_number text check (length(outside_number) between 1 and 60),
    -- somebody may come to harm: told at once, also by night
    urgent boolean not null default false,
    people int not null default 1 check (people between 1 and 100000),
    -- name and address are clear (art. 23), and whether he agreed to be served on the tracking page
    reachable boolean not null,
    electronic boolean not null,
    -- what sorting decided; null before
    kind text check (kind in ('inquiry', 'help', 'suggestion', 'complaint', 'report')),
    route text,
    subject bigint,
    lead text,
    report_back date,
    -- the officer's neutral words: all that a handling unit reads. A sealed matter keeps them in the vault
    digest text check (length(digest) <= 4000),
    sealed boolean not null default false,
    check (not (sealed and digest is not null)),
    objections int not null default 0,
    state text not null default 'received' check (state in ('received', 'forwarded', 'handling', 'disputed', 'signing', 'serving',
        'carrying', 'checking', 'closed', 'withdrawn', 'merged')),
    verdict text check (verdict in ('support', 'explain', 'refuse')),
    grade int check (grade between 1 and 5),
    merged_into uuid references complaint,
    split_from uuid references complaint,
    closed timestamptz
);

create index complaint_desk_idx on complaint (desk, received desc, id desc);
create index complaint_area_idx on complaint (area, received desc, id desc);
create index complaint_forwarder_idx on complaint (forwarder, received desc, id desc) where forwarder is not null;

-- The legal clocks of a matter, one row for each that ever ran. The post that holds it is what the petitioner reads.
create table complaint_clock (
    id bigint generated always as identity primary key,
    complaint uuid not null references complaint,
    code text not null,
    started timestamptz not null,
    due timestamptz not null,
    role text not null,
    unit text not null,
    -- when what it asks for was done, null while it runs
    done timestamptz,
    -- why it was extended, as the petitioner is told (art. 34)
    extended text
);

create unique index complaint_clock_running_idx on complaint_clock (complaint, code) where done is null;
create index complaint_clock_idx on complaint_clock (complaint, id);

-- What was written to the petitioner: notice (告知书), opinion (处理意见书). The text of a sealed matter lies in the vault.
create table complaint_paper (
    id bigint generated always as identity primary key,
    complaint uuid not null references complaint,
    kind text not null check (kind in ('notice', 'opinion')),
    number text,
    facts text,
    opinion text not null,
    basis text,
    drafted_by uuid not null,
    drafted timestamptz not null,
    signed_by uuid,
    signed timestamptz,
    -- the proof of service (送达回证)
    how text check (how in ('handed', 'posted', 'electronic', 'left')),
    served date,
    proof text,
    check ((how is null) = (served is null))
);

create index complaint_paper_idx on complaint_paper (complaint, id);
create unique index complaint_paper_number_idx on complaint_paper (number) where number is not null;

-- Messages between the petitioner and the desk. What he writes lies in the vault under message-<id>.
create table complaint_message (
    id bigint generated always as identity primary key,
    complaint uuid not null references complaint,
    at timestamptz not null,
    by uuid,
    text text,
    check ((by is null) = (text is null))
);

create index complaint_message_idx on complaint_message (complaint, id);
