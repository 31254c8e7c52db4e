-- Who declares an interest leaves at once; whether it stays is decided like a petitioner's request, by whoever answers for him.
alter table recusal_request add column recusal uuid references recusal;
alter table recusal_request drop constraint recusal_request_whom_check;
alter table recusal_request add constraint recusal_request_whom_check check (whom in ('desk', 'handler', 'head', 'self'));
alter table recusal_request add check ((whom = 'self') = (recusal is not null));
drop index recusal_request_open_idx;
create unique index recusal_request_open_idx on recusal_request (case_id, whom) where state = 'asked' and whom <> 'self';
create unique index recusal_request_recusal_idx on recusal_request (recusal) where recusal is not null;
