-- What tools have found for an answer is kept as documents that are in no list and in no index (they never get a current
-- revision), so that a citation of it holds like any other: pinned to a revision, for readers of its space alone.
alter table document add column snapshot boolean not null default false;

-- What was looked up while the answer was made.
alter table answer add column lookups jsonb not null default '[]';
