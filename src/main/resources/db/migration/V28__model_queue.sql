-- Who waits for the language model and who is served, over all portals. Nothing in here need outlive
-- the database's own crash, so no request waits for a disk. One whose portal does not say in time
-- that it is still there is over.
create unlogged table model_request (
    id          uuid primary key,
    portal      uuid        not null,
    account_id  uuid        not null,
    model       text        not null,
    entered_at  timestamptz not null,
    started_at  timestamptz,
    alive_until timestamptz not null
);
create unlogged table model_turn (
    account_id uuid primary key,
    served_at  timestamptz not null
);

-- Those who wait, in the order of their turns: first whoever has the fewest requests at the server,
-- then whoever was served longest ago, then whoever came first.
create view model_waiting as
select id, portal, model, account_id, entered_at,
       row_number() over (order by served + rank, served_at nulls first, entered_at, id) as place
from (select w.*, t.served_at,
             (select count(*) from model_request r
              where r.account_id = w.account_id and r.started_at is not null) as served,
             row_number() over (partition by w.account_id order by w.entered_at, w.id) as rank
      from model_request w left join model_turn t on t.account_id = w.account_id
      where w.started_at is null) as waiting;

-- Lets in whoever's turn it is, of whatever portal. Models in use are kept to a number. A request for
-- one more lets others pass for a while; then only the model that is used most goes on taking
-- requests, until one of the others has none left.
create function move_model_queue(most integer, most_models integer, patience interval) returns void
    language plpgsql as $$
declare
    next model_waiting;
    kept text[];
    loaded text[];
begin
    perform pg_advisory_xact_lock(hashtextextended('model queue', 0));
    delete from model_request where alive_until < clock_timestamp();
    delete from model_turn where served_at < clock_timestamp() - interval '1 hour';
    while (select count(*) from model_request where started_at is not null) < most loop
        select coalesce(array_agg(model order by requests desc, model), '{}') into loaded
        from (select model, count(*) as requests from model_request
              where started_at is not null group by model) as used;
        kept := loaded;
        if cardinality(loaded) >= most_models and exists (
            select 1 from model_waiting
            where model <> all (loaded) and entered_at < clock_timestamp() - patience)
        then
            kept := loaded[1:most_models - 1];
        end if;
        select * into next from model_waiting
        where model = any (kept) or cardinality(loaded) < most_models
        order by place limit 1;
        exit when not found;
        update model_request set started_at = clock_timestamp() where id = next.id;
        insert into model_turn values (next.account_id, clock_timestamp())
        on conflict (account_id) do update set served_at = excluded.served_at;
    end loop;
end $$;

-- Takes a place and says how it stands: 0 is served at once, 1 is next, and so on.
create function enter_model_queue(
    request uuid, of_portal uuid, asker uuid, wanted text, waited interval, believed interval,
    most integer, most_models integer, patience interval) returns bigint
    language plpgsql as $$
begin
    insert into model_request (id, portal, account_id, model, entered_at, alive_until)
    values (request, of_portal, asker, wanted, clock_timestamp() - waited, clock_timestamp() + believed)
    on conflict (id) do nothing;
    perform move_model_queue(most, most_models, patience);
    return coalesce((select w.place from model_waiting w where w.id = request), 0);
end $$;

-- How a portal's requests stand after everybody's turn was looked at.
create function look_at_model_queue(
    of_portal uuid, most integer, most_models integer, patience interval)
    returns table (request uuid, stands bigint)
    language plpgsql as $$
begin
    perform move_model_queue(most, most_models, patience);
    return query
        select r.id, coalesce(w.place, 0)
        from model_request r left join model_waiting w on w.id = r.id
        where r.portal = of_portal;
end $$;
