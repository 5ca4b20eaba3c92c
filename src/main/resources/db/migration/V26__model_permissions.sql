insert into role_permission (role, permission) values
    ('admin', 'model:manage'),
    ('admin', 'quality:read')
on conflict do nothing;
