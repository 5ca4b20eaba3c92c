-- Who holds which role, in whichever way: given to the account, to a group that it is in, or to one
-- that such a group is nested in.
create view role_holder as
select account_id, role from account_role
union
select m.account_id, r.role
from group_member m join group_role r on r.group_id = m.group_id
union
select m.account_id, r.role
from group_member m
join group_nesting n on n.inner_id = m.group_id
join group_role r on r.group_id = n.outer_id;

create index account_role_role on account_role (role);
create index group_role_role on group_role (role);
