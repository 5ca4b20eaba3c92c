-- A row says that the revision's text went through the masking, and under which rules; without one,
-- its text was stored before there was any.
create table revision_masking (
    revision_id uuid primary key references revision on delete cascade,
    version     text not null
);
create index revision_masking_version on revision_masking (version);

-- What was masked where: never the secret itself, and no hash of it beyond its placeholder.
create table revision_mask (
    revision_id uuid    not null references revision_masking on delete cascade,
    ordinal     integer not null,
    line        integer not null,
    kind        text    not null,
    name        text    not null,
    placeholder text    not null,
    primary key (revision_id, ordinal)
);
create index revision_mask_placeholder on revision_mask (placeholder);
