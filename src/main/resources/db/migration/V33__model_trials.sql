-- Questions that a new model is tried with, beside the one that answers now.
create table saved_question (
    id       uuid        primary key,
    task     text        not null,
    question text        not null,
    added_at timestamptz not null
);
create index saved_question_task on saved_question (task, added_at);

-- Answers of a trial are answers like others, in conversations of whoever started it that no list shows.
alter table conversation add column trial boolean not null default false;

create table model_trial (
    id         uuid        primary key,
    task       text        not null,
    present    text        not null,
    candidate  text        not null,
    questions  integer     not null,
    state      text        not null check (state in ('RUNNING', 'DONE', 'STOPPED', 'FAILED')),
    failure    text        not null default '',
    account_id uuid        references account on delete set null,
    started_by text        not null,
    started_at timestamptz not null,
    -- While it runs, touched every few seconds: a trial whose portal was killed runs no more.
    alive_at   timestamptz not null,
    ended_at   timestamptz
);
create index model_trial_started on model_trial (started_at desc);

create table model_trial_answer (
    trial_id        uuid    not null references model_trial on delete cascade,
    position        integer not null,
    of_candidate    boolean not null,
    question        text    not null,
    conversation_id uuid    references conversation on delete set null,
    outcome         text    not null,
    citations       integer not null,
    unsupported     integer not null,
    millis          bigint  not null,
    primary key (trial_id, position, of_candidate)
);

create table model_switch (
    id             bigint      primary key generated always as identity,
    trial_id       uuid        not null references model_trial on delete cascade,
    task           text        not null,
    from_model     text        not null,
    to_model       text        not null,
    switched_at    timestamptz not null,
    rolled_back_at timestamptz
);
create index model_switch_trial on model_switch (trial_id);
