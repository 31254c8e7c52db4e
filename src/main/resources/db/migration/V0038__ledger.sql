-- What the register of complaints (台账) and its search need of the tables of complaints.

-- The areas above, each a column, so that the list of an area is an equality and then the order of the index; as in work_item.
alter table complaint
    add column township bigint generated always as (case when area % 1000000 >= 1000 then area / 1000 * 1000 end) stored,
    add column county bigint generated always as (case when area % 100000000 >= 1000000 then area / 1000000 * 1000000 end) stored,
    add column prefecture bigint generated always as (case when area % 10000000000 >= 100000000 then area / 100000000 * 100000000 end) stored,
    add column province bigint generated always as (area / 10000000000 * 10000000000) stored;

create index complaint_township_idx on complaint (township, received desc, id desc) where not sealed;
create index complaint_county_idx on complaint (county, received desc, id desc) where not sealed;
create index complaint_prefecture_idx on complaint (prefecture, received desc, id desc) where not sealed;
create index complaint_province_idx on complaint (province, received desc, id desc) where not sealed;
create index complaint_lead_idx on complaint (lead, received desc, id desc) where lead is not null;
create index complaint_merged_idx on complaint (merged_into) where merged_into is not null;
create index complaint_clock_due_idx on complaint_clock (due, complaint) where done is null;

-- Neighbouring characters, two by two, each pair as a number. Chinese has no spaces: the parser of full-text search would take a clause for a
-- word, and trigrams need three characters where most words have two. Two pairs may share a number; the text itself decides.
create function complaint_grams(a_text text) returns int[]
    language sql immutable strict parallel safe
    begin atomic
        select coalesce(array_agg(distinct (ascii(p.one) << 16) # ascii(p.other)), '{}')
        from unnest(string_to_array(a_text, null), (string_to_array(a_text, null))[2:]) p(one, other)
        where p.other is not null;
    end;

-- Sealed matters have no digest (a check of their table), so they are never in it. Kept in the transaction that writes the digest.
create index complaint_text_idx on complaint using gin (complaint_grams(digest)) with (fastupdate = off) where digest is not null;
