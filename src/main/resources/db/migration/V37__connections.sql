-- Other people's servers that the portal looks into. What opens them is sealed with the portal's key, all fields of one
-- connection together. Whoever may read the space may look.
create table connection (
    id text primary key,
    kind text not null,
    name text not null,
    space uuid not null references space (id),
    settings jsonb not null,
    secrets bytea not null,
    created_at timestamptz not null default now()
);

insert into role_permission (role, permission) values ('admin', 'connection:manage') on conflict do nothing;
