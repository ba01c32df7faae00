-- Written in the SQL that H2 and PostgreSQL share. Times are milliseconds since 1970-01-01T00:00:00Z: the one form that
-- reads the same through both drivers, in every time zone of a server.

create table mr_queue (
    name         varchar(63) primary key,
    fence        bigint not null,
    virtual_time bigint not null
);

create table mr_task_type (
    name              varchar(100) primary key,
    title             varchar(200) not null,
    description       varchar(2000) not null,
    queue             varchar(63) not null,
    parameters_schema text not null,
    result_schema     text not null,
    example           text not null,
    timeout_ms        bigint,
    max_attempts      integer not null,
    backoff_ms        bigint not null,
    max_backoff_ms    bigint not null,
    announced_at      bigint not null
);

-- dispatch_key orders what may be dispatched now: (9 - priority) in the high bits, the fair-queueing start tag below.
-- It is null in every other state, and due_at is null unless the task waits for that time.
create table mr_task (
    id                   uuid primary key,
    queue                varchar(63) not null,
    type                 varchar(100) not null,
    owner_id             uuid not null,
    state                varchar(10) not null,
    priority             integer not null,
    start_tag            bigint not null,
    dispatch_key         bigint,
    due_at               bigint,
    run_at               bigint,
    claim                bigint not null,
    attempt              integer not null,
    max_attempts         integer not null,
    timeout_ms           bigint,
    backoff_ms           bigint not null,
    max_backoff_ms       bigint not null,
    parameters           varchar(16384),
    result               varchar(16384),
    has_result           boolean not null,
    error_type           varchar(300),
    error_message        varchar(2000),
    progress             double precision not null,
    progress_message     varchar(500),
    worker               varchar(100),
    log_lines            integer not null,
    revision             bigint not null,
    created_at           bigint not null,
    queued_at            bigint,
    started_at           bigint,
    finished_at          bigint
);
create index mr_task_dispatch on mr_task (queue, dispatch_key);
create index mr_task_due on mr_task (queue, due_at);
create index mr_task_in_flight on mr_task (queue, state, queued_at);
create index mr_task_owner on mr_task (owner_id, id);

-- JSON too long to lie in mr_task itself, read only when it is asked for.
create table mr_payload (
    task_id uuid not null references mr_task (id) on delete cascade,
    kind    varchar(10) not null,
    body    text not null,
    primary key (task_id, kind)
);

create table mr_attempt (
    task_id       uuid not null references mr_task (id) on delete cascade,
    claim         bigint not null,
    attempt       integer not null,
    worker        varchar(100),
    outcome       varchar(10) not null,
    started_at    bigint,
    finished_at   bigint not null,
    error_type    varchar(300),
    error_message varchar(2000),
    error_trace   text,
    primary key (task_id, claim)
);

create table mr_task_log (
    task_id  uuid not null references mr_task (id) on delete cascade,
    entry_id varchar(45) not null,
    at       bigint not null,
    kind     varchar(10) not null,
    attempt  integer not null,
    worker   varchar(100),
    line     varchar(2000) not null,
    primary key (task_id, entry_id)
);

create table mr_idempotency (
    owner_id     uuid not null,
    idem_key     varchar(200) not null,
    task_id      uuid not null references mr_task (id) on delete cascade,
    request_hash varchar(64) not null,
    created_at   bigint not null,
    primary key (owner_id, idem_key)
);
