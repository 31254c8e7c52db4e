-- What the product says by itself, as the key of a message and its arguments, beside the text of the office: a reader of another language gets it in
-- his. Empty where people wrote the text, and for what was stored before.
alter table case_file add column said text;
alter table work_item add column said text;
alter table work_copy add column said text;
