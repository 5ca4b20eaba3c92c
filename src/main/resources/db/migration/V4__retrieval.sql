-- Everything here is derived from revision_text: it may be dropped, and is then worked out again.

-- A row says that the revision's chunks below are complete; without one, none are trusted.
create table indexed_revision (
    revision_id uuid primary key references revision on delete cascade,
    space_id    uuid    not null,
    path        text    not null,
    title       text    not null,
    chunker     integer not null,
    model       text
);

create table chunk (
    revision_id  uuid    not null references indexed_revision on delete cascade,
    ordinal      integer not null,
    heading_path text    not null,
    labels       text    not null,
    first_line   integer not null,
    last_line    integer not null,
    page         integer not null,
    tokens       integer not null,
    language     text    not null,
    text         text    not null,
    primary key (revision_id, ordinal)
);

create table chunk_window (
    revision_id uuid    not null,
    ordinal     integer not null,
    number      integer not null,
    digest      bytea   not null,
    primary key (revision_id, ordinal, number),
    foreign key (revision_id, ordinal) references chunk on delete cascade
);
create index chunk_window_digest on chunk_window (digest);

-- Keyed by what was embedded, not by where it stands: an unchanged window is never embedded twice.
create table window_vector (
    model      text        not null,
    digest     bytea       not null,
    vector     bytea       not null,
    created_at timestamptz not null default now(),
    primary key (model, digest)
);
