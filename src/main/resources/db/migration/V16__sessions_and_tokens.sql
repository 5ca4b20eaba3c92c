-- Who is signed in where. What ties a browser to its row is the row's id in the server's own
-- session; the browser's cookie is not kept.
create table signed_in_session (
    id           uuid primary key,
    account_id   uuid        not null references account on delete cascade,
    provider     text        not null default '',
    provider_sub text,
    provider_sid text,
    complete     boolean     not null,
    created_at   timestamptz not null,
    last_seen_at timestamptz not null,
    held_at      timestamptz not null,
    address      text        not null,
    user_agent   text        not null,
    ended_at     timestamptz,
    ended_by     text
);
create index signed_in_session_account on signed_in_session (account_id, last_seen_at desc);
create index signed_in_session_open on signed_in_session (last_seen_at desc)
    where ended_at is null;
create index signed_in_session_provider on signed_in_session (provider, provider_sub)
    where ended_at is null and provider <> '';

-- A token is shown once; only the digest of its secret is kept.
create table access_token (
    id             text primary key,
    account_id     uuid        not null references account on delete cascade,
    name           text        not null,
    secret_hash    bytea       not null,
    permissions    text[]      not null,
    created_at     timestamptz not null,
    expires_at     timestamptz not null,
    last_used_at   timestamptz,
    last_address   text,
    revoked_at     timestamptz
);
create index access_token_account on access_token (account_id, created_at desc);
create index access_token_created on access_token (created_at desc);

-- The second step of a local sign-in. A code is good once: later ones must be of a later step.
create table account_totp (
    account_id   uuid primary key references account on delete cascade,
    secret       text        not null,
    confirmed_at timestamptz,
    last_step    bigint      not null default 0
);
create table recovery_code (
    account_id uuid   not null references account_totp on delete cascade,
    code_hash  bytea  not null,
    used_at    timestamptz,
    primary key (account_id, code_hash)
);

-- Wrong passwords and codes by where they came from.
create table sign_in_address (
    address      text primary key,
    failures     integer     not null,
    last_at      timestamptz not null,
    locked_until timestamptz
);
