-- What a question is looked at for before it is asked.
create table question_rule (
    id         uuid primary key,
    name       text        not null,
    kind       text        not null,
    pattern    text        not null,
    -- For whom; null for everybody.
    role       text references role on delete cascade,
    action     text        not null,
    message    text        not null,
    enabled    boolean     not null,
    changed_at timestamptz not null
);

-- One row: what becomes of a question in which the shipped rules find an injection.
create table injection_setting (
    one    boolean primary key default true check (one),
    action text not null
);
insert into injection_setting (action) values ('WARN');

-- How often each rule has found something; shipped rules by their key, the others by their id.
create table question_rule_hit (
    rule    text primary key,
    hits    bigint      not null,
    last_at timestamptz not null
);

-- What the asker was told beside the answer.
alter table answer add column remarks jsonb not null default '[]';

-- The word that was drawn for this prompt to show a leak; null before there was one.
alter table answer add column canary text;
