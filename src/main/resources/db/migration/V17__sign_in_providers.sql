-- Where people may sign in besides the portal itself. The key stands in addresses that the provider knows and is never changed.
create table sign_in_provider (
    key              text primary key,
    name             text        not null,
    issuer           text        not null,
    client_id        text        not null,
    -- Sealed with the portal's secret key; null for a client without a secret.
    client_secret    bytea,
    scopes           text        not null,
    username_claim   text        not null,
    email_claim      text        not null,
    name_claim       text        not null,
    creates_accounts boolean     not null,
    enabled          boolean     not null,
    place            integer     not null,
    created_at       timestamptz not null,
    -- Counted up by each change, so that what was remembered of it is known to be old.
    version          bigint      not null
);

-- Whoever has this in a claim gets the role, or is in the group.
create table sign_in_rule (
    provider text    not null references sign_in_provider on delete cascade,
    place    integer not null,
    claim    text    not null,
    wanted   text    not null,
    role     text references role on delete cascade,
    group_id uuid references user_group on delete cascade,
    primary key (provider, place),
    check ((role is null) <> (group_id is null))
);

-- Which account somebody has who signs in elsewhere: by the issuer's own name for them and by nothing else.
create table account_link (
    provider     text        not null references sign_in_provider on delete cascade,
    issuer       text        not null,
    subject      text        not null,
    account_id   uuid        not null references account on delete cascade,
    created_at   timestamptz not null,
    last_used_at timestamptz not null,
    primary key (provider, issuer, subject)
);
create index account_link_account on account_link (account_id);

-- One row: whether passwords that are kept here open the portal.
create table local_sign_in (
    only_row boolean primary key default true check (only_row),
    enabled  boolean not null
);
insert into local_sign_in (enabled) values (true);
