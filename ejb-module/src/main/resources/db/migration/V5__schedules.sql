-- Written in the SQL that H2 and PostgreSQL share. Times are milliseconds since 1970-01-01T00:00:00Z. A task id that is
-- absent is the nil UUID.

-- wish is what POST /api/tasks would take. next_run_at is null while the schedule is paused; pending_due_at is the due
-- time of the one run that waits for the run before.
create table mr_schedule (
    id             uuid primary key,
    owner_id       uuid not null,
    name           varchar(200) not null,
    type           varchar(100) not null,
    wish           text not null,
    cron           varchar(200) not null,
    time_zone      varchar(64) not null,
    overlap        varchar(10) not null,
    missed         varchar(10) not null,
    paused         boolean not null,
    next_run_at    bigint,
    pending_due_at bigint,
    last_run_at    bigint,
    last_task_id   uuid not null,
    last_error     varchar(2000),
    run_count      bigint not null,
    revision       bigint not null,
    created_at     bigint not null,
    updated_at     bigint not null
);
create index mr_schedule_due on mr_schedule (next_run_at);
create index mr_schedule_pending on mr_schedule (pending_due_at);
create index mr_schedule_owner on mr_schedule (owner_id, id);

-- The last runs of each schedule. A run without a task was left out or refused. Tasks may be deleted before their run.
create table mr_schedule_run (
    schedule_id uuid not null references mr_schedule (id) on delete cascade,
    run_number  bigint not null,
    kind        varchar(10) not null,
    due_at      bigint not null,
    at          bigint not null,
    task_id     uuid not null,
    note        varchar(2000),
    primary key (schedule_id, run_number)
);
