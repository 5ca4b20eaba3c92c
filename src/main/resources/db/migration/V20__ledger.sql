-- What was sent to a model is not kept but rebuilt to the byte: from the template, the question, earlier answers of the
-- conversation, and lines of revisions. The hash proves that what was rebuilt is what was sent.
create table prompt_template (
    version text primary key,
    system  text not null,
    ask     text not null
);

alter table answer
    add column account_id    uuid,
    add column asker         text  not null default '',
    add column fence_key     text,
    -- Earlier answers that the model was reminded of, the oldest first.
    add column told          jsonb not null default '[]',
    add column prompt_sha256 text;
update answer a set account_id = c.account_id, asker = p.username
from conversation c join account p on p.id = c.account_id where c.id = a.conversation_id;
alter table answer alter column account_id set not null;
create index answer_asked on answer (asked_at desc);
create index answer_account on answer (account_id, asked_at desc);

alter table answer_passage
    add column document_id     uuid,
    add column revision_number integer not null default 0,
    add column path            text    not null default '',
    -- As the model was shown it: path, headings, and whether it was superseded.
    add column label           text    not null default '';
update answer_passage p set document_id = r.document_id, revision_number = r.number, path = d.path
from revision r join document d on d.id = r.document_id where r.id = p.revision_id;
create index answer_passage_document on answer_passage (document_id, answer_id);
