-- Each change of a task's state writes all indexes that have its row. Here a row is in these only while they are for it;
-- H2 has no such indexes and keeps the whole ones.
drop index mr_task_dispatch;
create index mr_task_dispatch on mr_task (queue, dispatch_key) where dispatch_key is not null;

drop index mr_task_due;
create index mr_task_due on mr_task (queue, due_at) where due_at is not null;

drop index mr_task_parked;
create index mr_task_parked on mr_task (queue, parked_by, parked_key) where parked_by is not null;

drop index mr_task_finished;
create index mr_task_finished on mr_task (finished_at, state) where finished_at is not null;
