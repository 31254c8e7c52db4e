-- What a petitioner reports one level up about his matter is answered to him on the page of his receipt. Only that page follows the key;
-- no list of officers does, so that the matter does not lead to it.
alter table complaint add column alarm_of uuid references complaint;
create index complaint_alarm on complaint (alarm_of) where alarm_of is not null;
create index complaint_split on complaint (split_from) where split_from is not null;
