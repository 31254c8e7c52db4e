-- The stage an item belongs to was closed: it is shown, but has no clock and cannot be completed unless the stage is opened again.
alter table work_item add column ended boolean not null default false;
