-- What one embedding model and one way of cutting make of all documents. A new one is built beside
-- the one that answers; which one answers is said here and nowhere else.
create table index_generation (
    id                integer primary key generated always as identity,
    model             text        not null,
    chunker           integer     not null,
    min_tokens        integer     not null,
    max_tokens        integer     not null,
    windows_per_chunk integer     not null,
    state             text        not null
        check (state in ('BUILDING', 'ACTIVE', 'RETIRED', 'DROPPED')),
    -- Null where the settings asked for it.
    asked_by          text,
    paused            boolean     not null default false,
    -- A person went back from it or cancelled it: it is not built again by itself.
    declined          boolean     not null default false,
    started_at        timestamptz not null,
    finished_at       timestamptz,
    retired_at        timestamptz,
    embedded          bigint      not null default 0,
    reused            bigint      not null default 0,
    busy_millis       bigint      not null default 0
);
create unique index index_generation_active on index_generation (state) where state = 'ACTIVE';
create unique index index_generation_building on index_generation (state) where state = 'BUILDING';

-- What is there becomes the first generation; nothing is cut or embedded again.
insert into index_generation
    (model, chunker, min_tokens, max_tokens, windows_per_chunk, state, started_at, finished_at)
select coalesce(max(model), 'bge-small-en-v1.5-q'), max(chunker), 500, 1000, 24, 'ACTIVE', now(), now()
from indexed_revision having count(*) > 0;

alter table chunk_window drop constraint chunk_window_revision_id_ordinal_fkey;
alter table chunk_window drop constraint chunk_window_pkey;
alter table chunk drop constraint chunk_revision_id_fkey;
alter table chunk drop constraint chunk_pkey;
alter table indexed_revision drop constraint indexed_revision_pkey;

alter table indexed_revision
    add column generation_id integer not null default 1,
    -- All windows have vectors, or the model reads none of its chunks.
    add column embedded      boolean not null default false,
    -- A newer revision answers since then; kept a little longer for searches that are under way.
    add column replaced_at   timestamptz;
update indexed_revision i set embedded = true
where model is not null and not exists (
    select from chunk_window w where w.revision_id = i.revision_id and not exists (
        select from window_vector v where v.model = i.model and v.digest = w.digest));
alter table indexed_revision
    drop column chunker,
    drop column model,
    alter column generation_id drop default,
    add primary key (revision_id, generation_id),
    add foreign key (generation_id) references index_generation;

alter table chunk add column generation_id integer not null default 1;
alter table chunk
    alter column generation_id drop default,
    add primary key (revision_id, generation_id, ordinal),
    add foreign key (revision_id, generation_id) references indexed_revision on delete cascade;

alter table chunk_window add column generation_id integer not null default 1;
alter table chunk_window
    alter column generation_id drop default,
    add primary key (revision_id, generation_id, ordinal, number),
    add foreign key (revision_id, generation_id, ordinal) references chunk on delete cascade;

create index indexed_revision_generation on indexed_revision (generation_id);
create index indexed_revision_replaced on indexed_revision (replaced_at) where replaced_at is not null;
