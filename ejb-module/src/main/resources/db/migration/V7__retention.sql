-- Written in the SQL that H2 and PostgreSQL share. Times are milliseconds since 1970-01-01T00:00:00Z.

-- A task takes along what refers to it when it is deleted: that must not be looked for row by row.
create index mr_unique_task_task on mr_unique_task (task_id);

-- What is over is found by the time at which it was.
create index mr_idempotency_created on mr_idempotency (created_at);
create index mr_unique_task_over on mr_unique_task (over_at);
create index mr_refresh_token_expires on mr_refresh_token (expires_at);
