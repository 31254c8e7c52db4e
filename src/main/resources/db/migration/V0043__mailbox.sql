-- Mails that came to the mailbox of a desk, until an officer has decided what they are. Who wrote, the subject, the text and the files lie
-- in the vault under the id; nothing of them is here.
create table mailbox_mail (
    id uuid primary key,
    -- keyed digest of the Message-ID: no mail is taken twice
    mark bytea not null unique check (length(mark) = 32),
    desk text not null,
    -- number of the mail in the mailbox, by which one that could not be read is found there
    uid bigint not null,
    received date not null,
    state text not null check (state in ('waiting', 'unreadable', 'aside', 'registered')),
    -- why it could not be read, or was set aside: last part of mailbox.reason.*
    reason text,
    complaint uuid references complaint,
    by uuid,
    at timestamptz,
    shredded timestamptz,
    check ((state = 'registered') = (complaint is not null))
);

create index mailbox_mail_idx on mailbox_mail (desk, state, received, uid, id);
create index mailbox_mail_aside_idx on mailbox_mail (at) where state = 'aside' and shredded is null;

-- How far the mailbox was read. Numbers count within a validity, which a mailbox that was set up anew changes.
create table mailbox_progress (
    mailbox text primary key,
    validity bigint not null,
    uid bigint not null
);

-- When the mailbox was last asked, and why that failed; null if it did not.
create table mailbox_poll (
    mailbox text primary key,
    at timestamptz not null,
    failure text
);
