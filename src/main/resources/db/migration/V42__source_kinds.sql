-- Sources are no longer of Git alone. What is entered for one kind only stands among its options; how a sync ended says
-- what version it read, of whatever kind.
alter table source add column kind text not null default 'git';
alter table source alter column kind drop default;
update source set rules = (rules - 'repository' - 'ref')
    || jsonb_build_object('options', jsonb_build_object(
        'repository', coalesce(rules -> 'repository', '""'), 'ref', coalesce(rules -> 'ref', '""')));
update source_sync set result = (result - 'commit') || jsonb_build_object('version', result -> 'commit')
    where result is not null;
