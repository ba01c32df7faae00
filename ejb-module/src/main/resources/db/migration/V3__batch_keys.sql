-- An Idempotency-Key may stand for a whole batch: its tasks, in the order they were sent.

create table mr_idempotency_task (
    owner_id uuid not null,
    idem_key varchar(200) not null,
    place    integer not null,
    task_id  uuid not null references mr_task (id) on delete cascade,
    primary key (owner_id, idem_key, place),
    foreign key (owner_id, idem_key) references mr_idempotency (owner_id, idem_key) on delete cascade
);
create index mr_idempotency_task_task on mr_idempotency_task (task_id);

insert into mr_idempotency_task (owner_id, idem_key, place, task_id)
select owner_id, idem_key, 0, task_id from mr_idempotency;

alter table mr_idempotency drop column task_id;
