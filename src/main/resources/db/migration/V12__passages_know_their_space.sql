-- Whether an answer may still be seen is asked of the space, also when its source was purged.
alter table answer_passage add column space_id uuid;
update answer_passage set space_id = document.space_id
from revision join document on document.id = revision.document_id
where revision.id = answer_passage.revision_id;
