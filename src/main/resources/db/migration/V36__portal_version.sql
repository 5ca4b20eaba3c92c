-- What a living portal runs, for people: two versions beside each other are a rolling update, or one forgotten.
alter table portal add column version text not null default '';
