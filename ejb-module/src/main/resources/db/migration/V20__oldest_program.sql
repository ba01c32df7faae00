-- Which program this schema needs at least, by the newest migration that the program knows. A migration that only adds leaves
-- it as it is; one that takes away what programs use raises it to the first one that does without (docs/decisions/0043).
create table mr_schema (
    oldest_program integer not null
);

insert into mr_schema (oldest_program) values (20);
