-- Default deny: whom no row names sees nothing of the space. The grantee is an account's or group's
-- id, or a role's key: then its holders are meant.
create table space_access (
    space_id     uuid not null references space on delete cascade,
    grantee_kind text not null check (grantee_kind in ('ACCOUNT', 'GROUP', 'ROLE')),
    grantee      text not null,
    role         text not null references role,
    primary key (space_id, grantee_kind, grantee, role)
);
insert into space_access (space_id, grantee_kind, grantee, role)
select space_id, 'ROLE', lower(role), case when writes then 'contributor' else 'reader' end
from space_grant;
drop table space_grant;

-- A narrowed document without a row here is seen only by who manages its space: said by a column
-- of its own, so that a group's end cannot open it.
alter table document add column narrowed boolean not null default false;
create index document_narrowed on document (space_id) where narrowed;
create table document_narrowing (
    document_id  uuid not null references document on delete cascade,
    grantee_kind text not null check (grantee_kind in ('ACCOUNT', 'GROUP', 'ROLE')),
    grantee      text not null,
    primary key (document_id, grantee_kind, grantee)
);

-- What the sender may do is asked when it matters.
alter table ingest_batch drop column roles;
