-- Day the person last signed in, null if never: who has not used his account for long is asked whether he still needs it.
alter table staff add column signed_in_at timestamptz;

-- Whose posts were decided here and are not yet told to Keycloak.
create table appointment (
    staff uuid primary key references staff,
    version int not null default 0
);
