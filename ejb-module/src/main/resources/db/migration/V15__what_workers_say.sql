-- Written in the SQL that H2 and PostgreSQL share. Times are milliseconds since 1970-01-01T00:00:00Z.

-- How often in a row a claim of the task was lost or handed back without an attempt being counted.
alter table mr_task add column lost integer default 0 not null;

-- Which worker announced the type's present definition; null = it did not say.
alter table mr_task_type add column announced_by varchar(100);
