-- What search was measured to be worth, set by set. The report is what the command printed; the
-- figures that lists and charts are made of stand beside it.
create table quality_run (
    id          bigint generated always as identity primary key,
    set_name    text not null,
    measured_at timestamptz not null,
    version     text not null,
    queries     integer not null,
    report      jsonb not null
);
create index quality_run_set on quality_run (set_name, measured_at desc, id desc);
