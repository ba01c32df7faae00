-- Written in the SQL that H2 and PostgreSQL share. Times are milliseconds since 1970-01-01T00:00:00Z.

-- Since when a waiting task could be dispatched; null while it waits for others of its workflow, and in older tasks.
alter table mr_task add column ready_at bigint;

-- What one node counted of a queue in one step; queue '' is for all workers. Durations are histograms, levels are sums of
-- samples: all of it adds up over nodes and steps. Rows are deleted when the window that has this step is past them.
create table mr_statistics (
    step_seconds    integer not null,
    step_at         bigint not null,
    queue           varchar(63) not null,
    node            varchar(40) not null,
    submitted       bigint not null,
    succeeded       bigint not null,
    failed          bigint not null,
    cancelled       bigint not null,
    retried         bigint not null,
    waits           varchar(4000) not null,
    runs            varchar(4000) not null,
    backlog         bigint not null,
    backlog_samples bigint not null,
    busy            bigint not null,
    busy_samples    bigint not null,
    slots           bigint not null,
    slots_samples   bigint not null,
    primary key (step_seconds, step_at, queue, node)
);
