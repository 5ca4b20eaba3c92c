-- Append-only. Each row's hash covers its own columns and the hash before it: docs/decisions/0014.
create table audit_event (
    sequence      bigint primary key,
    at            timestamptz not null,
    action        text        not null,
    actor_id      uuid,
    actor_name    text        not null,
    via           text        not null,
    outcome       text        not null check (outcome in ('DONE', 'REFUSED', 'FAILED')),
    subject_kind  text        not null,
    subject_id    text        not null,
    subject_name  text        not null,
    -- The very JSON text that was hashed, which jsonb would not keep.
    details       text        not null,
    previous_hash text        not null,
    hash          text        not null,
    -- All of it in small letters, made by the portal: not every database folds every alphabet.
    searchable    text        not null
);
create index audit_event_at on audit_event (at);
create index audit_event_action on audit_event (action text_pattern_ops, sequence);
create index audit_event_actor on audit_event (actor_id, sequence);
create index audit_event_subject on audit_event (subject_id, sequence);

-- One row: where the chain begins, behind what retention took away, and where it ends.
create table audit_chain (
    only_one        boolean primary key default true check (only_one),
    anchor_sequence bigint not null,
    anchor_hash     text   not null,
    head_sequence   bigint not null,
    head_hash       text   not null,
    check (anchor_sequence <= head_sequence)
);
insert into audit_chain (anchor_sequence, anchor_hash, head_sequence, head_hash)
values (0, repeat('0', 64), 0, repeat('0', 64));

create function audit_refuses() returns trigger language plpgsql as $$
begin
    raise exception 'The audit log is append-only';
end $$;

-- Only what lies before the anchor may go.
create function audit_keeps() returns trigger language plpgsql as $$
begin
    if old.sequence > (select anchor_sequence from audit_chain) then
        raise exception 'The audit log is append-only';
    end if;
    return old;
end $$;

-- Both ends only move forward; the anchor onto a row that is there.
create function audit_moves_forward() returns trigger language plpgsql as $$
begin
    if new.head_sequence < old.head_sequence or new.anchor_sequence < old.anchor_sequence
        or (new.head_sequence = old.head_sequence and new.head_hash <> old.head_hash)
        or ((new.anchor_sequence, new.anchor_hash) <> (old.anchor_sequence, old.anchor_hash)
            and not exists (select from audit_event
                where sequence = new.anchor_sequence and hash = new.anchor_hash)) then
        raise exception 'The audit log is append-only';
    end if;
    return new;
end $$;

create trigger audit_event_update before update on audit_event
    for each row execute function audit_refuses();
create trigger audit_event_delete before delete on audit_event
    for each row execute function audit_keeps();
create trigger audit_event_truncate before truncate on audit_event
    for each statement execute function audit_refuses();
create trigger audit_chain_update before update on audit_chain
    for each row execute function audit_moves_forward();
create trigger audit_chain_delete before delete on audit_chain
    for each row execute function audit_refuses();
create trigger audit_chain_truncate before truncate on audit_chain
    for each statement execute function audit_refuses();
