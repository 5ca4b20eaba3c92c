-- Models that are brought into the server's memory when the portal starts and by the schedule.
create table warm_model (
    model text primary key
);
