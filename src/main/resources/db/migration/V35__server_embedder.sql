-- Embedding models of the model server that were chosen once. A row is never changed but for the
-- choice: what a vector depends on is in its name.
create table server_embedder (
    name           text    primary key,
    model          text    not null,
    dimensions     integer not null check (dimensions > 0),
    query_prefix   text    not null,
    passage_prefix text    not null,
    english_only   boolean not null,
    wide           boolean not null,
    chosen         boolean not null
);
create unique index server_embedder_chosen on server_embedder (chosen) where chosen;
