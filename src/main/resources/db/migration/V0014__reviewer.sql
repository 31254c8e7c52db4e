-- Who examines at a unit of this kind what the units below it submit. Asked of the unit above, so that levels may be missing:
-- Zhongshan has no county, and its city officers examine what the towns send.
delete from duty_role where duty = 'reviewer';

insert into duty_role (kind, duty, role) values
    ('township', 'reviewer', 'township-officer'),
    ('county', 'reviewer', 'district-officer'),
    ('prefecture', 'reviewer', 'city-officer'),
    ('province', 'reviewer', 'province-officer');
