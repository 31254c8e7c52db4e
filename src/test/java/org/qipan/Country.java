package org.qipan;

import java.util.UUID;
import org.qipan.directory.Post;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * A prefecture that does not exist: 20 counties of 20 townships of 25 villages, so 10,000 villages in 400 townships, each with its posts. The
 * codes are built like real ones.
 */
public final class Country {

    public static final int VILLAGES = 10_000;
    public static final int TOWNSHIPS = 400;
    public static final String PREFECTURE = "980100000000";
    public static final String COUNTY = "980101000000";
    public static final String TOWNSHIP = "980101001000";
    public static final String VILLAGE = "980101001201";

    /** Codes of the villages, in order; counted from 0 as {@code n}. */
    public static final String VILLAGE_CODE =
            "'9801' || lpad((n / 500 + 1)::text, 2, '0') || lpad((n / 25 % 20 + 1)::text, 3, '0') || (n % 25 + 201)";

    private Country() {}

    public static void found(JdbcClient jdbc) {
        jdbc.sql("""
                with made(code, kind, parent) as (
                    select '980000000000', 'province', null
                    union all select '980100000000', 'prefecture', '980000000000'
                    union all select '9801' || lpad(c::text, 2, '0') || '000000', 'county', '980100000000' from generate_series(1, 20) c
                    union all select '9801' || lpad(c::text, 2, '0') || lpad(t::text, 3, '0') || '000', 'township',
                        '9801' || lpad(c::text, 2, '0') || '000000' from generate_series(1, 20) c, generate_series(1, 20) t
                    union all select code, 'village', left(code, 9) || '000' from (select %s as code from generate_series(0, 9999) n) v
                ), units as (
                    insert into unit (code, kind, parent, area, valid_from) select code, kind, parent, code::bigint, date '2009-01-01' from made
                ), named as (
                    insert into unit_name (unit, valid_from, official, short, name, initials, pinyin)
                    select code, date '2009-01-01', '单位' || code, '单位' || code, '单位' || code, 'dw', 'danwei' from made
                )
                insert into post (unit, role)
                select code, duty.role from made join duty_role duty using (kind) where duty.duty <> 'reviewer'
                on conflict do nothing""".formatted(VILLAGE_CODE)).update();
        jdbc.sql("analyze unit, unit_name, post").update();
    }

    /** Somebody who holds a post. */
    public static UUID employ(JdbcClient jdbc, Post post) {
        UUID id = UUID.randomUUID();
        jdbc.sql("insert into staff (id, username, name, enabled, synced_at) values (?, ?, ?, true, now())")
                .params(id, "u" + id, "经办人")
                .update();
        jdbc.sql("insert into staff_post (staff, unit, role) values (?, ?, ?)")
                .params(id, post.unit(), post.role())
                .update();
        return id;
    }
}
