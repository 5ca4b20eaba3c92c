-- Backups that were made, and what became of looking at them. The files themselves say all that is needed to restore.
create table backup_made (
    id           uuid        primary key,
    place        text        not null,
    name         text        not null,
    made_at      timestamptz not null,
    made_by      text        not null,
    bytes        bigint      not null,
    base         text,
    sealed       boolean     not null,
    has_key      boolean     not null,
    -- Original files that the store could not give, or gave with other bytes.
    lacking      integer     not null,
    verified_at  timestamptz,
    -- What is wrong with it; empty if nothing is.
    fault        text        not null default ''
);
create index backup_made_place on backup_made (place, name);

-- A row stands here while a backup is being loaded: no portal starts on what is not whole.
create table restore_mark (
    only_one boolean     primary key default true check (only_one),
    source   text        not null,
    since    timestamptz not null default now()
);

insert into role_permission (role, permission) values ('admin', 'backup:manage') on conflict do nothing;
