-- A request for recusal is a task of the post that decides, in a case of its own that has its id: what the task shows opens nothing of the matter.
-- One that was not decided when the matter ended is over. There is no installation yet that has any.
delete from recusal_request;
alter table recusal_request add constraint recusal_request_case_fk foreign key (id) references case_file;
alter table recusal_request drop constraint recusal_request_state_check;
alter table recusal_request add constraint recusal_request_state_check check (state in ('asked', 'granted', 'refused', 'over'));
