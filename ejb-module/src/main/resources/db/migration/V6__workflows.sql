-- Written in the SQL that H2 and PostgreSQL share. Times are milliseconds since 1970-01-01T00:00:00Z.

create table mr_workflow (
    id          uuid primary key,
    owner_id    uuid not null,
    name        varchar(200) not null,
    state       varchar(10) not null,
    revision    bigint not null,
    created_at  bigint not null,
    finished_at bigint
);
create index mr_workflow_owner on mr_workflow (owner_id, id);
create index mr_workflow_finished on mr_workflow (state, finished_at);

-- needs: one line for each, "<name> CANCEL" or "<name> RUN". dropped: cancelled because of a task that it needs.
-- outcome: how the task had finished when its workflow last looked, kept beyond the task itself.
create table mr_workflow_member (
    workflow_id uuid not null references mr_workflow (id) on delete cascade,
    place       integer not null,
    name        varchar(100) not null,
    task_id     uuid not null,
    needs       text not null,
    dropped     boolean not null,
    outcome     varchar(10),
    primary key (workflow_id, place)
);

-- One row for each task of a workflow that finished or was retried, until its workflow has taken notice. Without a
-- foreign key: whoever writes it holds tasks, and must never wait for a workflow's row.
create table mr_workflow_news (
    id          uuid primary key,
    workflow_id uuid not null
);
create index mr_workflow_news_workflow on mr_workflow_news (workflow_id);
