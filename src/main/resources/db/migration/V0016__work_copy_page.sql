-- What is to be read, where that is not the case itself: the entry leads there, and is cleared when the unit confirms it there.
alter table work_copy add column page text;

create index work_copy_page_idx on work_copy (page, unit) where page is not null and read_at is null;
