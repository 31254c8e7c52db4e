package org.qipan.ledger;

import java.util.Map;
import org.qipan.Country;
import org.qipan.Seed;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Matters of six years in the towns of a {@link Country}, one every three minutes, with texts of 200 characters and two clocks each. */
public final class StoredComplaints {

    private StoredComplaints() {}

    /** @param words to plant, by the condition on {@code n} under which a matter holds them */
    public static void fill(JdbcClient jdbc, int rows, Map<String, String> words) {
        jdbc.sql("alter system set maintenance_work_mem = '1GB'").update();
        jdbc.sql("select pg_reload_conf()").query(Boolean.class).single();
        Seed.into(jdbc, "case_file", """
                insert into case_file (id, kind, number, title, unit, area, owner_area, opened)
                select md5(n::text)::uuid, 'complaint', null, '事项' || n, '980101001000', 980101001000, 980100000000, timestamptz '2020-01-01 08:00+08'
                from generate_series(0, %d - 1) n""".formatted(rows));
        jdbc.sql("alter table complaint disable trigger all").update();
        StringBuilder planted = new StringBuilder();
        words.forEach((word, when) -> planted.append(" || case when ")
                .append(when)
                .append(" then '")
                .append(word)
                .append("' else '' end"));
        Seed.into(jdbc, "complaint", """
                insert into complaint (id, channel, mode, desk, place, area, received, reachable, electronic, kind, route, subject, digest, state, closed)
                select md5(n::text)::uuid, 'web', 'named', left(code, 9) || '000', code, code::bigint,
                    timestamptz '2020-01-01 08:00+08' + n * interval '3 minutes', true, false, 'complaint', 'petition',
                    (select array_agg(id) from subject where valid_to is null and parent is not null)[1 + (hashint4(n) & 31)],
                    (select string_agg(chr(x'4e00'::int + (hashint8(n::bigint * 200 + i) & 2047) * 3 / 4), '') from generate_series(1, 196) i)%s,
                    case when n %% 50 = 0 then 'handling' else 'closed' end, case when n %% 50 > 0 then timestamptz '2026-01-01 08:00+08' end
                from (select s as n, (select %s from (select s %% 10000 as n) v) as code from generate_series(0, %d - 1) s) made
                """.formatted(
                        planted, Country.VILLAGE_CODE.replace("%", "%%").formatted(), rows));
        jdbc.sql("alter table complaint enable trigger all").update();
        clocks(jdbc);
        jdbc.sql("call recount_complaints()").update();
        jdbc.sql("vacuum analyze complaint_count, complaint_clock_count").update();
    }

    /** Two clocks of each: sorted within 15 days, handled within 60; one in twenty comes late, one in fifty still runs. */
    private static void clocks(JdbcClient jdbc) {
        jdbc.sql("alter table complaint_clock disable trigger all").update();
        Seed.into(jdbc, "complaint_clock", """
                insert into complaint_clock (complaint, code, started, due, role, unit, done, area, sealed)
                select c.id, k.code, c.received, c.received + k.days * interval '1 day', 'complaint-officer', c.desk,
                    case when c.closed is not null or k.days = 15
                        then c.received + (k.days - 2 + (hashtext(c.id::text) & 15) / 15 * 4) * interval '1 day' end, c.area, c.sealed
                from complaint c, (values ('petition-routing', 15), ('petition-handling', 60)) k(code, days)
                """);
        jdbc.sql("alter table complaint_clock enable trigger all").update();
    }
}
