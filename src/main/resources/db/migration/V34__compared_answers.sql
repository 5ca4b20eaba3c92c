-- An answer to the same question by another model, shown beside the one that the conversation goes on
-- with. It has the same position. Where the one it stands beside is deleted, it takes its place.
alter table answer add column beside uuid references answer on delete set null;
alter table answer drop constraint answer_conversation_id_position_key;
create unique index answer_position on answer (conversation_id, position) where beside is null;
create unique index answer_beside on answer (beside) where beside is not null;
