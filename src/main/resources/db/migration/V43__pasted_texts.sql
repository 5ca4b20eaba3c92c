-- A quick task may ask for a text to look at: what kind of text.
alter table quick_task add column pasted text;

insert into quick_task (key, place, shipped, task, tools, calls, pasted) values
('pasted-diff', 8, true, 'code', '[]', '[]', 'diff'),
('pasted-manifest', 9, true, 'code', '[]', '[]', 'manifest'),
('pasted-terraform', 10, true, 'code', '[]', '[]', 'terraform'),
('pasted-script', 11, true, 'code', '[]', '[]', 'script');

-- What was to be looked up for the question, so that asking it again looks there again.
alter table answer add column wish jsonb;

-- Who does not want their questions to look into live systems.
create table looks_nowhere (
    account_id uuid primary key references account on delete cascade
);

-- What a model was asked that said what to look up, and what it said. What it had been told of documents and live systems
-- is not kept twice: found names the revisions, and only what was kept nowhere stands here itself.
create table lookup_plan (
    answer_id uuid not null references answer on delete cascade,
    round int not null,
    model text not null,
    rules text not null,
    earlier jsonb not null,
    found jsonb not null,
    spaces jsonb not null,
    said text not null,
    sha256 text not null,
    primary key (answer_id, round)
);

-- What else a snapshot quotes: documents that its reader must be allowed to read as well. Without a reference: what quotes
-- a document that was purged stays closed.
create table snapshot_quote (
    document_id uuid not null references document on delete cascade,
    quoted uuid not null,
    primary key (document_id, quoted)
);
