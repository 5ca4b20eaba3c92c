-- db-scheduler's table: which job comes when, and which portal has it in hand.
create table schedule_task (like ingest_extraction_task including all);

-- What became of each run of a job. One without an end is running.
create table job_run (
    id          uuid primary key,
    job         text        not null,
    began_at    timestamptz not null,
    ended_at    timestamptz,
    portal_id   uuid        not null,
    portal_host text        not null,
    begun_by    text,
    outcome     text        not null,
    result      jsonb,
    failure     text        not null default ''
);
create index job_run_latest on job_run (job, began_at desc);

-- Who wants the next run of a job, until it begins.
create table job_wish (
    job       text primary key,
    wished_by text not null
);

insert into role_permission (role, permission) values ('admin', 'schedule:manage')
on conflict do nothing;
