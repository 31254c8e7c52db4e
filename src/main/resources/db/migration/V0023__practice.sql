-- A practice case (演练) runs like any other and counts in no figure.
alter table case_file add column practice boolean not null default false;

update case_file f set practice = true from campaign c where c.id = f.id and c.practice;

create index case_file_practice_idx on case_file (id) where practice;
