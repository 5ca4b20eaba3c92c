-- What this portal's admins add to the rules that are shipped, and values that are no secrets here.
create table masking_rule (
    id         uuid primary key,
    name       text        not null unique,
    kind       text        not null,
    expression text        not null,
    added_at   timestamptz not null default now()
);

-- The value itself is not kept: only its hash under the portal's key.
create table masking_allowed (
    id         uuid primary key,
    value_hash text        not null unique,
    note       text        not null,
    added_at   timestamptz not null default now()
);

-- Changes with every change of the two, so that each portal can see that there was one.
create table masking_version (
    version bigint not null
);
insert into masking_version (version) values (1);
