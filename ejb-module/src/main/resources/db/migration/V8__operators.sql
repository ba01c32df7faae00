-- Written in the SQL that H2 and PostgreSQL share. Times are milliseconds since 1970-01-01T00:00:00Z.

alter table mr_user add column auditor boolean default false not null;
alter table mr_user add column disabled boolean default false not null;
alter table mr_user add column last_sign_in_at bigint;

-- One row for each sign-in that goes on; its id is the family of its refresh tokens. When it goes, they go with it, and
-- while it is there one of its tokens can be made: so ending it and going on with it take turns.
create table mr_sign_in (
    id           uuid primary key,
    user_id      uuid not null references mr_user (id) on delete cascade,
    signed_in_at bigint not null,
    last_seen_at bigint not null,
    expires_at   bigint not null,
    address      varchar(64),
    user_agent   varchar(300)
);
-- Of those that are there already only the end is known; tokens live 30 days unless configured.
insert into mr_sign_in (id, user_id, signed_in_at, last_seen_at, expires_at)
select family, user_id, min(expires_at) - 2592000000, max(expires_at) - 2592000000, max(expires_at)
from mr_refresh_token
group by family, user_id;
create index mr_sign_in_user on mr_sign_in (user_id);
create index mr_sign_in_expires on mr_sign_in (expires_at);
alter table mr_refresh_token add constraint mr_refresh_token_sign_in
    foreign key (family) references mr_sign_in (id) on delete cascade;

-- The tokens themselves are signed and not kept; scopes: their names, separated by blanks.
create table mr_api_token (
    id           uuid primary key,
    user_id      uuid not null references mr_user (id) on delete cascade,
    name         varchar(100) not null,
    scopes       varchar(100) not null,
    created_at   bigint not null,
    expires_at   bigint not null,
    last_used_at bigint
);
create index mr_api_token_user on mr_api_token (user_id);
create index mr_api_token_expires on mr_api_token (expires_at);

-- Who did what; ids sort by time. Names instead of ids, so that it can be read when what it tells of is gone.
create table mr_audit (
    id          uuid primary key,
    at          bigint not null,
    actor       varchar(50),
    action      varchar(40) not null,
    target_kind varchar(20),
    target      varchar(200),
    details     varchar(2000),
    address     varchar(64)
);
create index mr_audit_at on mr_audit (at);
create index mr_audit_actor on mr_audit (actor, id);

-- The server processes that beat, or did a moment ago.
create table mr_node (
    id           varchar(40) primary key,
    host         varchar(255) not null,
    version      varchar(50) not null,
    started_at   bigint not null,
    last_seen_at bigint not null
);
