package org.qipan.gazetteer;

/**
 * Which villages need digits to be told apart: sisters under one unit whose names differ in nothing but 村 or 社区 carry the last three
 * digits of the code (浪网社区 003, 浪网村 213; screens.md 3).
 */
final class SisterNames {

    private static final String SET = """
            with sister as (
                select n.unit, n.valid_from, n.short,
                       count(*) over (partition by u.parent, regexp_replace(n.short, '(村|社区)$', '')) > 1 as digits
                from unit u
                join unit_name n on n.unit = u.code
                where u.kind = 'village'
                  and (u.valid_to is null or u.valid_to > {day})
                  and n.valid_from <= {day} and (n.valid_to is null or n.valid_to > {day})
                  {within}
            )
            update unit_name n
            set name = case when s.digits then s.short || ' ' || right(s.unit, 3) else s.short end
            from sister s
            where n.unit = s.unit and n.valid_from = s.valid_from
              and n.name <> case when s.digits then s.short || ' ' || right(s.unit, 3) else s.short end
            """;

    private SisterNames() {}

    static String everywhere(String day) {
        return SET.replace("{day}", "date '" + day + "'").replace("{within}", "");
    }

    /** With parameters {@code day} and {@code parent}. */
    static String under() {
        return SET.replace("{day}", "cast(:day as date)").replace("{within}", "and u.parent = :parent");
    }

    /** With parameter {@code day}; only parents that have rows in the import {@code import}. */
    static String touched() {
        return SET.replace("{day}", "cast(:day as date)")
                .replace(
                        "{within}",
                        "and u.parent in (select r.parent from unit_import_row r where r.import = :import)");
    }
}
