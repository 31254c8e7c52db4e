-- What somebody did for another, asked for before he decides on the same thing himself.
create index work_act_acting_idx on work_act (staff, case_id) where acting_for is not null;
