-- What an admin has set for a task; a task without a row goes by what the portal comes with.
create table model_task (
    task               text             primary key,
    model              text             not null,
    context_tokens     integer          not null,
    temperature        double precision not null,
    keep_alive_seconds bigint,
    thinking           text             not null
);

-- Models that are kept for some roles. Of a row without roles nobody may use the model: the end of a
-- role must not open it to everybody. A model without a row is for all.
create table kept_model (
    model text primary key
);
create table kept_model_role (
    model text not null references kept_model on delete cascade,
    role  text not null references role on delete cascade,
    primary key (model, role)
);

-- What the person has chosen for the conversation; null lets the portal choose.
alter table conversation add column task text;

alter table answer add column task text;
alter table answer add column thinking text not null default 'OFF';
alter table answer add column thoughts text not null default '';
