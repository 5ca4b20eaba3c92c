create table account (
    id                   uuid primary key,
    username             text        not null,
    password_hash        text        not null,
    must_change_password boolean     not null,
    language             text,
    color_scheme         text,
    failed_attempts      integer     not null default 0,
    locked_until         timestamptz,
    created_at           timestamptz not null
);
create unique index account_username on account (lower(username));

create table account_role (
    account_id uuid not null references account on delete cascade,
    role       text not null,
    primary key (account_id, role)
);
