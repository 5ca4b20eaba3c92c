-- What feeds the knowledge base from elsewhere. Whoever set a source up lends it the right to write; the secret of its
-- webhook is sealed with the portal's key.
create table source (
    id text primary key,
    name text not null,
    connection text not null,
    space uuid not null references space (id),
    rules jsonb not null,
    enabled boolean not null,
    owner uuid not null,
    owner_name text not null,
    hook_secret bytea,
    created_at timestamptz not null default now()
);

-- Where its sync stands. One run at a time holds it for a while, and confirms that with every step; a run whose time has
-- passed was killed, and another goes on. "wanted" is set by people and by webhooks,
-- these with the commit that they tell of: a run that has come to it need not look again. "next" is set by the clock.
create table source_sync (
    source text primary key references source (id) on delete cascade,
    wanted_at timestamptz,
    wanted_commit text not null default '',
    next_at timestamptz,
    run uuid,
    held_until timestamptz,
    started_at timestamptz,
    aim text not null default '',
    done int not null default 0,
    total int not null default 0,
    runs int not null default 0,
    reached text not null default '',
    result jsonb,
    fault jsonb,
    changed_at timestamptz not null default clock_timestamp()
);

-- What was brought in already: the file, its bytes' id there, and its document here. A document that somebody purged
-- leaves its file behind, which comes in again when it changes there. Files that were passed over have no place.
create table source_file (
    source text not null references source (id) on delete cascade,
    path text not null,
    blob text not null,
    place text not null,
    passed text not null default '',
    document uuid references document (id) on delete set null,
    primary key (source, path)
);
create index source_file_document on source_file (document);

-- Webhook deliveries that were taken, so that none is taken twice.
create table source_delivery (
    source text not null references source (id) on delete cascade,
    mark bytea not null,
    at timestamptz not null default now(),
    primary key (source, mark)
);
