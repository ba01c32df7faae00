-- Written in the SQL that H2 and PostgreSQL share. Times are milliseconds since 1970-01-01T00:00:00Z.

create table mr_user (
    id            uuid primary key,
    username      varchar(50) not null,
    username_key  varchar(50) not null unique,
    email         varchar(254) not null,
    email_key     varchar(254) not null unique,
    password_hash varchar(200) not null,
    first_name    varchar(100),
    last_name     varchar(100),
    admin         boolean not null,
    created_at    bigint not null
);

-- One row for each refresh token given out; those of one sign-in share a family.
create table mr_refresh_token (
    token_hash varchar(64) primary key,
    family     uuid not null,
    user_id    uuid not null references mr_user (id) on delete cascade,
    expires_at bigint not null,
    used       boolean not null
);
create index mr_refresh_token_family on mr_refresh_token (family);
