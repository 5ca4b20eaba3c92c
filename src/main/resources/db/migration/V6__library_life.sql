-- What people know about a document beside its text. Extraction fills it in; "corrected" names the
-- columns that a person has set, which extraction then leaves alone.
alter table document
    add column kind          text   not null default 'OTHER',
    add column owner         text   not null default '',
    add column tags          text[] not null default '{}',
    add column review_on     date,
    add column decision      text,
    add column superseded_by uuid references document on delete set null,
    add column corrected     text[] not null default '{}',
    -- In the bin from then on: nobody finds it, those who may write can bring it back.
    add column binned_at     timestamptz,
    add column binned_by     text;
create index document_binned on document (binned_at) where binned_at is not null;
create index document_current on document (current_revision_id);
create index document_superseded_by on document (superseded_by);

update document set owner = revision.author from revision
where revision.document_id = document.id and revision.number = 1;

-- What extraction has found in one revision; references are as they were written.
create table revision_details (
    revision_id   uuid primary key references revision on delete cascade,
    kind          text   not null,
    owner         text   not null,
    tags          text[] not null,
    review_on     date,
    decision      text,
    superseded_by text   not null,
    supersedes    text[] not null
);

-- Which revisions share their bytes: for linking duplicates, and for knowing when a blob may go.
create index revision_sha256 on revision (sha256);
