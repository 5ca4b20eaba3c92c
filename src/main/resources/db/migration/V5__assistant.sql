create table conversation (
    id         uuid primary key,
    account_id uuid        not null references account on delete cascade,
    title      text        not null,
    changed_at timestamptz not null
);
create index conversation_account on conversation (account_id, changed_at desc);

-- The ledger: what was asked, what was answered, and by what means.
create table answer (
    id              uuid primary key,
    conversation_id uuid        not null references conversation on delete cascade,
    position        integer     not null,
    question        text        not null,
    asked_at        timestamptz not null,
    outcome         text        not null,
    failure         text,
    markdown        text        not null,
    unsupported     jsonb       not null,
    -- Question and answer in lower case as Java has it: the server's locale may not know Cyrillic.
    searchable      text        not null,
    model           text,
    prompt_version  text,
    options         jsonb       not null,
    tokens          integer     not null,
    elapsed_millis  bigint      not null,
    unique (conversation_id, position)
);
create index answer_unfinished on answer (outcome) where outcome in ('SEARCHING', 'STREAMING');

-- No cascade from the revision: what is cited cannot be deleted unnoticed.
create table citation (
    answer_id       uuid    not null references answer on delete cascade,
    marker          integer not null,
    document_id     uuid    not null,
    revision_id     uuid    not null references revision,
    revision_number integer not null,
    path            text    not null,
    title           text    not null,
    heading_path    text    not null,
    first_line      integer not null,
    last_line       integer not null,
    page            integer not null,
    quote           text    not null,
    sha256          text    not null,
    primary key (answer_id, marker)
);
create index citation_revision on citation (revision_id);

-- What the answer was written from, cited or not.
create table answer_passage (
    answer_id   uuid             not null references answer on delete cascade,
    rank        integer          not null,
    revision_id uuid             not null references revision,
    first_line  integer          not null,
    last_line   integer          not null,
    relevance   double precision not null,
    coverage    double precision not null,
    similarity  double precision not null,
    primary key (answer_id, rank)
);
create index answer_passage_revision on answer_passage (revision_id);
