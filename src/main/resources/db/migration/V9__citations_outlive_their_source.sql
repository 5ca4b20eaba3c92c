-- A purged document takes its revisions along; what was quoted from them stays, and says so.
alter table citation drop constraint citation_revision_id_fkey;
alter table answer_passage drop constraint answer_passage_revision_id_fkey;
