-- One row for each dispatch of a task whose type has a rate: not spent (null) until its start is known, then for one
-- period of the rate. Times in milliseconds since 1970, by this database's clock.
create table mr_rate_permit (
    task_id  uuid not null,
    claim    bigint not null,
    type     varchar(100) not null,
    spent_at bigint,
    primary key (task_id, claim)
);
create index mr_rate_permit_by_type on mr_rate_permit (type, spent_at);

-- The counters of the earlier, less exact rate; a server of an earlier version still writes them.
alter table mr_type_gate alter column period_start set default 0;
alter table mr_type_gate alter column previous set default 0;
alter table mr_type_gate alter column used set default 0;
