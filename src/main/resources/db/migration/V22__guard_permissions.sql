-- Who took originals along before this did so as a reader; from now on that is a right of its own.
insert into role_permission (role, permission) values
    ('curator', 'document:original'),
    ('admin', 'document:original'),
    ('admin', 'masking:manage'),
    ('admin', 'filter:manage')
on conflict do nothing;
