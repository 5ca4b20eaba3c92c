-- Blobs whose document was purged. Written with the purge, taken away once the file is gone or a
-- revision has the same bytes again.
create table blob_removal (
    sha256     text primary key,
    noticed_at timestamptz not null
);
