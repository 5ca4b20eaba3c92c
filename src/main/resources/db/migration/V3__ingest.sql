-- Where each revision stands on its way into the index. Later rows of a document are newer revisions.
create table ingest_state (
    revision_id uuid primary key references revision on delete cascade,
    document_id uuid        not null references document on delete cascade,
    space_id    uuid        not null references space on delete cascade,
    sequence    bigint      not null generated always as identity,
    path        text        not null,
    state       text        not null,
    done        integer     not null default 0,
    total       integer     not null default 0,
    reason      text,
    detail      text,
    attempts    integer     not null default 0,
    changed_at  timestamptz not null
);
create unique index ingest_state_newest on ingest_state (document_id, sequence desc);
create index ingest_state_space on ingest_state (space_id);

-- db-scheduler's table, once per lane: each lane has threads of its own, so that a long embedding
-- never keeps new text from being found by its words.
create table ingest_extraction_task (
    task_name            text        not null,
    task_instance        text        not null,
    task_data            bytea,
    execution_time       timestamptz not null,
    picked               boolean     not null,
    picked_by            text,
    last_success         timestamptz,
    last_failure         timestamptz,
    consecutive_failures integer,
    last_heartbeat       timestamptz,
    version              bigint      not null,
    priority             smallint,
    primary key (task_name, task_instance)
);
create index ingest_extraction_task_due on ingest_extraction_task (priority desc, execution_time);
create index ingest_extraction_task_heartbeat on ingest_extraction_task (last_heartbeat);

create table ingest_embedding_task (like ingest_extraction_task including all);
