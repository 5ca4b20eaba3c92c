-- What a source saw of a live system that forgets by itself: events of a day, lines of a log already counted. Without
-- secrets; goes with its source.
create table source_memory (
    source text not null references source (id) on delete cascade,
    name text not null,
    content text not null,
    primary key (source, name)
);
