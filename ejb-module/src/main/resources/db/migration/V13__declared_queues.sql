-- A queue is there because a task type, a worker or an admin declares it. used_at is when something was last seen to need
-- it; closing_at is when it began to go, and it is gone once nothing of it is left.
alter table mr_queue add column made_by_admin boolean default false not null;
alter table mr_queue add column used_at bigint default 0 not null;
alter table mr_queue add column closing_at bigint;
update mr_queue set used_at = cast(extract(epoch from current_timestamp) * 1000 as bigint);

-- Rows to be locked by those who have to take turns.
create table mr_lock (
    name varchar(30) primary key
);
insert into mr_lock (name) values ('queues');
