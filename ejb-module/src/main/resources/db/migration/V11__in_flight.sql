-- The state first: H2 looks for each value of a list only in the first column of an index, and else goes through all of it.
drop index mr_task_in_flight;
create index mr_task_in_flight on mr_task (state, queue, queued_at);
