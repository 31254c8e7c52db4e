-- Why something ended, where it ended with its case: said as in V0065, beside the text of the office.
alter table joint add column said text;
alter table hearing add column said text;
alter table supervision add column said text;
alter table enquiry add column said text;
