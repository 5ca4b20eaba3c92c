-- Files that somebody sent together. Whether it goes on, waits or is done is derived: see BatchRows.
create table ingest_batch (
    id              uuid primary key,
    space_id        uuid        not null references space on delete cascade,
    name            text        not null,
    account_id      uuid        not null,
    username        text        not null,
    roles           text[]      not null,
    announced_files integer     not null,
    announced_bytes bigint      not null,
    received_files  integer     not null default 0,
    received_bytes  bigint      not null default 0,
    started_at      timestamptz not null,
    -- When the sender was last heard; null after it said goodbye.
    heard_at        timestamptz,
    sent            boolean     not null default false,
    paused          boolean     not null default false,
    cancelled       boolean     not null default false
);
create index ingest_batch_space on ingest_batch (space_id, started_at desc);

create table ingest_batch_item (
    batch_id    uuid   not null references ingest_batch on delete cascade,
    sequence    bigint not null generated always as identity,
    path        text   not null,
    outcome     text   not null,
    reason      text,
    detail      text   not null,
    document_id uuid,
    revision_id uuid
);
-- By its hash, because an index entry has room for some 2,700 bytes and a path may have more.
create unique index ingest_batch_item_path on ingest_batch_item (batch_id, md5(path));
create index ingest_batch_item_revision on ingest_batch_item (revision_id);

-- Archives that were received and are not unpacked yet; their bytes lie in the ingest folder.
create table ingest_batch_archive (
    id          uuid primary key,
    batch_id    uuid        not null references ingest_batch on delete cascade,
    path        text        not null,
    received_at timestamptz not null
);
create index ingest_batch_archive_batch on ingest_batch_archive (batch_id);
