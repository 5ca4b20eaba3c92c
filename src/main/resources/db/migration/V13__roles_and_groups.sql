alter table account alter column password_hash drop not null;
alter table account add column display_name text not null default '';
alter table account add column email text not null default '';
alter table account add column disabled_at timestamptz;
alter table account add column last_sign_in_at timestamptz;

create table role (
    key         text primary key,
    name        text        not null,
    description text        not null,
    built_in    boolean     not null,
    created_at  timestamptz not null default now()
);
create table role_permission (
    role       text not null references role on delete cascade,
    permission text not null,
    primary key (role, permission)
);
insert into role (key, name, description, built_in) values
    ('reader', 'Reader', 'Reads the spaces granted to readers, and asks', true),
    ('contributor', 'Contributor', 'A reader who also uploads and edits', true),
    ('curator', 'Curator', 'A contributor who also says who may see a space', true),
    ('auditor', 'Auditor', 'Reads the audit log, the ledger and usage; no document', true),
    ('admin', 'Admin', 'Does everything, everywhere', true);
insert into role_permission (role, permission)
select role, unnest(permissions) from (values
    ('reader', array['document:read', 'question:ask', 'conversation:share']),
    ('contributor', array['document:read', 'document:write', 'question:ask',
        'conversation:share']),
    ('curator', array['document:read', 'document:write', 'document:purge',
        'space:manage', 'question:ask', 'conversation:share']),
    ('auditor', array['audit:read', 'usage:read']),
    ('admin', array['document:read', 'document:write', 'document:purge',
        'space:manage', 'question:ask', 'conversation:share', 'space:create', 'space:all',
        'user:manage', 'role:manage', 'limit:manage', 'usage:read', 'provider:manage',
        'audit:read', 'index:manage', 'store:verify'])
) as built_in (role, permissions);

update account_role set role = lower(role);
alter table account_role add foreign key (role) references role;

create table user_group (
    id          uuid primary key,
    name        text        not null,
    description text        not null,
    created_at  timestamptz not null
);
create unique index user_group_name on user_group (lower(name));

-- Given by hand, or by the rules of the provider that the account signs in with.
create table group_member (
    group_id   uuid not null references user_group on delete cascade,
    account_id uuid not null references account on delete cascade,
    given_by   text not null default '',
    primary key (group_id, account_id, given_by)
);
create index group_member_account on group_member (account_id);
alter table account_role add column given_by text not null default '';
alter table account_role drop constraint account_role_pkey;
alter table account_role add primary key (account_id, role, given_by);

-- Nested once: an inner group holds people only, an outer one is in no other.
create table group_nesting (
    outer_id uuid not null references user_group on delete cascade,
    inner_id uuid not null references user_group on delete cascade,
    primary key (outer_id, inner_id),
    check (outer_id <> inner_id)
);
create index group_nesting_inner on group_nesting (inner_id);

create table group_role (
    group_id uuid not null references user_group on delete cascade,
    role     text not null references role,
    primary key (group_id, role)
);
