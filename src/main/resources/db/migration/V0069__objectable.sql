-- A unit that was told to keep a matter may say once more within five working days that it is not competent (信访工作条例 art. 23). That is a
-- right. It was kept as a clock beside that of the unit's work, and whoever went to work instead of objecting was counted as late.
alter table complaint add column objectable timestamptz;
comment on column complaint.objectable is 'exclusive end of the days in which the unit it stays with may object again; null unless one told it to keep it';

update complaint c set objectable = k.due from complaint_clock k
where k.complaint = c.id and k.code = 'petition-objection' and k.done is null and k.role <> 'complaint-officer';

-- Those of petition desks stay: a desk takes what it is sent, or objects.
delete from complaint_stop where clock in
    (select id from complaint_clock where code = 'petition-objection' and role <> 'complaint-officer');
delete from complaint_clock where code = 'petition-objection' and role <> 'complaint-officer';
