-- 情况了解函: what a handling unit asks of the side complained of. It is a case of its own, so that nothing that side is given leads to the
-- matter; the column complaint is read for the side that asks, never for the one that is asked.
create table enquiry (
    id uuid primary key references case_file,
    complaint uuid not null references complaint,
    asked_by uuid not null,
    role text not null,
    unit text not null,
    to_role text not null,
    to_unit text not null,
    question text not null check (length(question) between 1 and 2000),
    at timestamptz not null,
    -- exclusive end
    due timestamptz not null,
    answer text check (length(answer) between 1 and 4000),
    answered_by uuid,
    answered timestamptz,
    check ((answer is null) = (answered is null) and (answer is null) = (answered_by is null))
);

create index enquiry_complaint_idx on enquiry (complaint, at);
