-- What somebody has typed and not sent may tell of a petitioner before anybody has decided how confidential it is: sealed from the first
-- letter on. Drafts of before are gone; there is no installation yet that has any.
delete from draft;
alter table draft drop column body;
alter table draft add column body bytea not null;
