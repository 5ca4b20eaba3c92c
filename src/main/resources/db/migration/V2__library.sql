create table space (
    id          uuid primary key,
    name        text        not null,
    description text        not null,
    created_at  timestamptz not null
);
create unique index space_name on space (lower(name));

-- Default deny: a role without a row here sees nothing of the space.
create table space_grant (
    space_id uuid    not null references space on delete cascade,
    role     text    not null,
    writes   boolean not null,
    primary key (space_id, role)
);

create table document (
    id                  uuid primary key,
    space_id            uuid        not null references space,
    source              text        not null,
    path                text        not null,
    title               text        not null,
    current_revision_id uuid,
    newest_revision_id  uuid        not null,
    changed_at          timestamptz not null,
    unique (space_id, source, path)
);

create table revision (
    id          uuid primary key,
    document_id uuid        not null references document on delete cascade,
    number      integer     not null,
    sha256      text        not null,
    size        bigint      not null,
    author      text        not null,
    origin      text        not null,
    created_at  timestamptz not null,
    unique (document_id, number)
);

-- Written once by extraction, never changed: citations reproduce these bytes.
create table revision_text (
    revision_id      uuid primary key references revision on delete cascade,
    text             text  not null,
    title            text  not null,
    format           text  not null,
    syntax           text  not null,
    blocks           jsonb not null,
    page_first_lines jsonb not null
);
