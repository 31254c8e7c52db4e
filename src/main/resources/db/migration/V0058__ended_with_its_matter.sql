-- A matter that is withdrawn or merged takes with it what was asked about it. Then nobody lifts a supervision, and an
-- enquiry has no answer.
alter table supervision drop constraint supervision_check1;
alter table supervision add constraint supervision_lifted_check
    check ((lifted is null) = (lifted_why is null) and (lifted is not null or lifted_by is null));

-- An enquiry can also be taken back by whoever handles the matter, with a reason for the side that asks alone.
alter table enquiry add column withdrawn timestamptz;
alter table enquiry add column withdrawn_why text;
alter table enquiry add constraint enquiry_withdrawn_check
    check ((withdrawn is null) = (withdrawn_why is null) and (withdrawn is null or answer is null));

-- A matter that a review reopened is answered and closed once more, and asked about once more.
alter table follow_up drop constraint follow_up_pkey;
alter table follow_up drop constraint follow_up_id_key;
alter table follow_up add primary key (id);
alter table follow_up drop constraint follow_up_state_check;
alter table follow_up add constraint follow_up_state_check
    check (state in ('open', 'reached', 'unreached', 'declined', 'rated', 'over'));
create unique index follow_up_one_idx on follow_up (complaint) where state = 'open';
create index follow_up_complaint_idx on follow_up (complaint, started);
