-- From a case to the problems met in it.
create index problem_origin_idx on problem (origin_id) where origin = 'item';
