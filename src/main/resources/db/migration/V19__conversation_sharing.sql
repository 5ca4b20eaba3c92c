-- Read only, and only what the reader may open themselves. The grantee is an account's or group's id.
create table conversation_share (
    conversation_id uuid        not null references conversation on delete cascade,
    grantee_kind    text        not null check (grantee_kind in ('ACCOUNT', 'GROUP')),
    grantee         text        not null,
    shared_at       timestamptz not null,
    primary key (conversation_id, grantee_kind, grantee)
);
create index conversation_share_grantee on conversation_share (grantee_kind, grantee);
