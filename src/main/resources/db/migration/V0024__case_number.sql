-- The country has many places of one name: a number is unique where it was given.
drop index case_file_number_idx;

create unique index case_file_number_idx on case_file (unit, kind, number) where number is not null;
