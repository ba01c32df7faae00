-- The last workers that handed a task back because they cannot run it, separated by commas; null once a handler begins.
alter table mr_task add column unsuited_by varchar(500);

-- When a live worker was last seen to offer the type, and whether an admin has hidden it since.
alter table mr_task_type add column offered_at bigint default 0 not null;
alter table mr_task_type add column hidden boolean default false not null;
update mr_task_type set offered_at = announced_at;
