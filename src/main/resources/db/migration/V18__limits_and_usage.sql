-- What people may use. A row of neither role nor account is the default. No row: nothing is said
-- there; a row without an amount says that there is no limit.
create table limit_value (
    limit_key  text not null,
    role       text references role on delete cascade,
    account_id uuid references account on delete cascade,
    amount     bigint check (amount >= 0),
    check (role is null or account_id is null),
    unique nulls not distinct (limit_key, role, account_id)
);
create index limit_value_account on limit_value (account_id) where account_id is not null;
insert into limit_value (limit_key, amount) values
    ('requests-per-minute', 20),
    ('concurrent-requests', 4),
    ('tokens-per-day', 1000000),
    ('tokens-per-month', 15000000),
    ('context-tokens', 32768),
    ('upload-bytes', 104857600),
    ('storage-bytes', 10737418240);
insert into limit_value (limit_key, role) select limit_key, 'admin' from limit_value;

-- Requests of the last minutes, and all that are answered at this moment. One whose portal does not
-- say in time that it still works on it is over.
create table guarded_request (
    id          uuid primary key,
    account_id  uuid        not null,
    admitted_at timestamptz not null,
    alive_until timestamptz not null,
    ended       boolean     not null default false
);
create index guarded_request_account on guarded_request (account_id, admitted_at);

-- What was used, by days of UTC. It stays when the account goes.
create table usage_day (
    account_id     uuid    not null,
    day            date    not null,
    requests       bigint  not null default 0,
    refusals       bigint  not null default 0,
    prompt_tokens  bigint  not null default 0,
    answer_tokens  bigint  not null default 0,
    uploads        bigint  not null default 0,
    uploaded_bytes bigint  not null default 0,
    primary key (account_id, day)
);
create index usage_day_day on usage_day (day);

-- Who stored it, and whose storage uploaded bytes count for.
alter table revision add column account_id uuid;
update revision set account_id = account.id from account
where revision.author = account.username;
create index revision_account on revision (account_id) include (origin, size);
