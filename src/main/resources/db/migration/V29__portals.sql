-- The portals that live on this database. Their clocks may differ, so all times are the database's.
create table portal (
    id uuid primary key,
    host text not null,
    shared jsonb not null,
    started_at timestamptz not null,
    seen_at timestamptz not null
);

-- Who works on an answer: when that portal is gone, so is the work.
alter table answer add column portal_id uuid;

-- Whose disk holds an archive that waits. Null is from when there was one portal only.
alter table ingest_batch_archive add column portal_id uuid;
