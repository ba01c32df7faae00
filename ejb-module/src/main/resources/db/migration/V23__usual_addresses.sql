-- The networks from which a user has signed in lately: limits of sign-in for an account or an address do not concern them.
create table mr_usual_address (
    id           uuid primary key,
    user_id      uuid not null references mr_user (id) on delete cascade,
    network      varchar(64) not null,
    last_used_at bigint not null,
    unique (user_id, network)
);
