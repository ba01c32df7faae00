-- When a refresh token was used first; for a short time after that it is accepted once more. Null: not yet, or by a program before V22.
alter table mr_refresh_token add column used_at bigint;
