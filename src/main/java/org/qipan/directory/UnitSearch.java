package org.qipan.directory;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.qipan.page.Like;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;

/** Finds units by what people type: a name, its first letters, its reading or a code. */
@Service
class UnitSearch {

    private static final Pattern CODE = Pattern.compile("\\d{12}(-\\d{2,3})?");
    private static final int LONGEST = 60;
    private static final String LAST = Character.toString(Character.MAX_CODE_POINT);

    private static final String SELECT = """
            select u.code, n.name, u.kind, u.parent, u.area, u.valid_from, u.valid_to
            from unit u
            join unit_name n on n.unit = u.code
                and n.valid_from <= :day and (n.valid_to is null or n.valid_to > :day)
            where u.area between :from and :to
              and (:part = '' or u.code = :part or starts_with(u.code, :part || '-'))
              and u.valid_from <= :day and (u.valid_to is null or u.valid_to > :day)
              and (:kind = '' or u.kind = :kind)
            """;
    /** Names begin with the text from there up to the last character there is: a range, because a pattern is no use to a plan made once. */
    private static final String STARTS = """
              and u.code in (
                select unit from unit_name where short >= :text and short < :end
                union select unit from unit_name where initials >= :text and initials < :end
                union select unit from unit_name where pinyin >= :text and pinyin < :end
                union select code from unit where code >= :text and code < :end)
            """;

    private static final String HOLDS = """
              and (n.short like :middle or n.official like :middle or n.name like :middle
                or n.initials like :middle or n.pinyin like :middle)
            """;
    /** Whole names first, then the larger unit, then by code. */
    private static final String ORDER = """
            order by (n.short = :text or n.name = :text or u.code = :text) desc, length(rtrim(u.area::text, '0')), u.code limit :limit
            """;

    private final JdbcClient jdbc;
    private final Units units;

    UnitSearch(JdbcClient jdbc, Units units) {
        this.jdbc = jdbc;
        this.units = units;
    }

    /** @param within empty for the whole country @param kind null for every kind */
    List<Unit> find(String typed, String within, @Nullable UnitKind kind, int limit) {
        String text = typed.strip().toLowerCase(Locale.ROOT);
        if (text.isEmpty() || text.length() > LONGEST) {
            return List.of();
        }
        List<Unit> found = new ArrayList<>(run(STARTS, text, within, kind, limit));
        if (found.size() < limit && text.codePointCount(0, text.length()) > 1) {
            for (Unit unit : run(HOLDS, text, within, kind, limit)) {
                if (found.size() < limit && !found.contains(unit)) {
                    found.add(unit);
                }
            }
        }
        return found;
    }

    /** The unit somebody means who typed a code, 「新伦村 442000007201」 or a name that only one unit has; empty if it is none or several. */
    Optional<Unit> meant(String typed, String within, @Nullable UnitKind kind) {
        Matcher code = CODE.matcher(typed);
        if (code.find()) {
            return units.find(code.group())
                    .filter(unit -> unit.validTo() == null || unit.validTo().isAfter(units.today()))
                    .filter(unit -> kind == null || unit.kind() == kind)
                    .filter(unit -> within.isEmpty() || AreaRange.of(within).holds(unit.area()));
        }
        List<Unit> found = find(typed, within, kind, 2).stream()
                .filter(unit -> unit.name().equals(typed.strip()))
                .toList();
        return found.size() == 1 ? Optional.of(found.get(0)) : Optional.empty();
    }

    private List<Unit> run(String condition, String text, String within, @Nullable UnitKind kind, int limit) {
        AreaRange range = AreaRange.of(within);
        return jdbc.sql(SELECT + condition + ORDER)
                .param("day", units.today())
                .param("from", range.from())
                .param("to", range.to())
                .param("part", within.contains("-") ? within : "")
                .param("kind", kind == null ? "" : kind.key())
                .param("end", text + LAST)
                .param("middle", Like.holding(text))
                .param("text", text)
                .param("limit", limit)
                .query(Units::unit)
                .list();
    }
}
