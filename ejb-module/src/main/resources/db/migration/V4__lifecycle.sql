-- Written in the SQL that H2 and PostgreSQL share. Times are milliseconds since 1970-01-01T00:00:00Z.

-- A task that a limit keeps stands aside: parked_key is the dispatch_key it gave up, parked_by the limit it waits for.
-- blocked: it waits for other tasks of its workflow.
alter table mr_task add column parked_key bigint;
alter table mr_task add column parked_by varchar(120);
alter table mr_task add column blocked boolean default false not null;
alter table mr_task add column workflow_id varchar(36);
alter table mr_task add column cancel_asked_at bigint;
alter table mr_task add column unsuited integer default 0 not null;
create index mr_task_parked on mr_task (queue, parked_by, parked_key);
create index mr_task_finished on mr_task (finished_at, state);

-- What an attempt had come to when it ended.
alter table mr_attempt add column queued_at bigint;
alter table mr_attempt add column progress double precision default 0 not null;
alter table mr_attempt add column progress_message varchar(500);

-- Fair shares are kept within each priority of a queue, so each has a virtual time of its own.
create table mr_lane (
    queue        varchar(63) not null,
    priority     integer not null,
    virtual_time bigint not null,
    primary key (queue, priority)
);
insert into mr_lane (queue, priority, virtual_time)
select name, p, virtual_time
from mr_queue, (values (0), (1), (2), (3), (4), (5), (6), (7), (8), (9)) as v (p);
alter table mr_queue drop column virtual_time;

-- mode: OPEN, PAUSED (nothing is dispatched) or DRAINING (nothing new is taken).
alter table mr_queue add column mode varchar(10) default 'OPEN' not null;
alter table mr_queue add column max_running integer;

alter table mr_task_type add column isolated boolean default false not null;
alter table mr_task_type add column grace_ms bigint default 5000 not null;
alter table mr_task_type add column concurrency integer;
alter table mr_task_type add column rate integer;
alter table mr_task_type add column rate_per_ms bigint;
alter table mr_task_type add column unique_for_ms bigint;
alter table mr_task_type add column unique_refuse boolean default false not null;

-- One row for each task type with limits: locked while tasks of the type are claimed, so that no two leaders count at
-- the same time; and how many were let through in the present and in the previous period of its rate.
create table mr_type_gate (
    type         varchar(100) primary key,
    period_start bigint not null,
    previous     integer not null,
    used         integer not null
);

-- What differs for a user from what everyone may do.
create table mr_owner_limits (
    owner_id    uuid primary key,
    weight      integer not null,
    max_running integer,
    max_waiting integer
);

-- Which task stands for a user's wish while it has to be unique.
create table mr_unique_task (
    unique_key varchar(64) primary key,
    task_id    uuid not null references mr_task (id) on delete cascade,
    over_at    bigint not null
);
create index mr_task_owner_state on mr_task (owner_id, state, id);
