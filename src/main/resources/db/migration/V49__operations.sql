-- What each portal was like, minute by minute, for the page of operations: numbers by name, no
-- texts, for some days.
create table operations_sample (
    portal   uuid        not null,
    taken_at timestamptz not null,
    numbers  jsonb       not null,
    primary key (portal, taken_at)
);
create index operations_sample_time on operations_sample (taken_at);

insert into role_permission (role, permission) values ('admin', 'operations:read')
on conflict do nothing;
