-- Who closed an item stands in work_act, and is read there in the language of the reader.
alter table work_item drop column closed_post;
