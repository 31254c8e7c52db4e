-- The item came back to be changed. Said beside the lamp, so that a date that passed does not hide it.
alter table work_item add column returned boolean not null default false;
