-- One word for one thing (docs/glossary.md). Programs from before this migration use the old names, so they are too old for it.

-- Fair queueing within each priority of a queue: the virtual time of each priority level.
alter table mr_lane rename to mr_virtual_time;

alter table mr_task rename column cancel_asked_at to cancel_requested_at;

alter table mr_queue rename column made_by_admin to declared_by_admin;
alter table mr_queue rename column used_at to last_used_at;

alter table mr_unique_task rename column over_at to expires_at;
alter index mr_unique_task_over rename to mr_unique_task_expires;

-- The row that leaders lock while they count what a limit of a type lets through. The counters of the earlier rate go.
alter table mr_type_gate rename to mr_type_limit_lock;
alter table mr_type_limit_lock drop column period_start;
alter table mr_type_limit_lock drop column previous;
alter table mr_type_limit_lock drop column used;

alter table mr_owner_limits rename to mr_user_limit_override;
alter table mr_user_limit_override rename column owner_id to user_id;

alter table mr_schedule rename column wish to task_request;
update mr_schedule_run set kind = 'CATCH_UP' where kind = 'MADE_UP';
update mr_schedule_run set kind = 'REJECTED' where kind = 'REFUSED';

alter table mr_workflow_member rename column needs to dependencies;
alter table mr_workflow_member rename column dropped to cancelled_by_dependency;
alter table mr_workflow_member rename column place to ordinal;
alter table mr_idempotency_task rename column place to ordinal;
alter table mr_workflow_news rename to mr_pending_advance;
alter index mr_workflow_news_workflow rename to mr_pending_advance_workflow;

alter table mr_sign_in rename to mr_session;
alter index mr_sign_in_user rename to mr_session_user;
alter index mr_sign_in_expires rename to mr_session_expires;
alter table mr_refresh_token rename column family to session_id;
alter index mr_refresh_token_family rename to mr_refresh_token_session_id;
alter table mr_refresh_token rename constraint mr_refresh_token_sign_in to mr_refresh_token_session;

update mr_schema set oldest_program = 21;
