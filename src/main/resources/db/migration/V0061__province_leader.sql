-- A province has somebody who signs and somebody who writes, as every level below it: nobody signs what he wrote himself.
update duty_role set role = 'province-leader' where kind = 'province' and duty = 'head';
