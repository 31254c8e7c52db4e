package org.qipan.plan;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.qipan.directory.UnitKind;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The lists of what may be asked of a township (履职事项清单) and of a village (协助事项清单). */
@Service
class DutyItems {

    /** Lists by the kind of unit they protect. */
    private static final Map<String, UnitKind> LISTS =
            Map.of("township", UnitKind.TOWNSHIP, "village", UnitKind.VILLAGE);

    private final JdbcClient jdbc;

    DutyItems(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** @param list {@code township} or {@code village} */
    record Item(String list, String code, String title, String basis, String source, LocalDate validFrom) {}

    /** Whether tasks for this kind of unit must name an item. */
    static boolean listed(String unitKind) {
        return LISTS.containsKey(unitKind);
    }

    /** The list as it stands on a day. */
    List<Item> valid(String list, LocalDate on) {
        return jdbc.sql("""
                select list, code, title, basis, source, valid_from from duty_item
                where list = ? and valid_from <= ? and (valid_to is null or valid_to > ?)
                order by code""").params(list, on, on).query(Item.class).list();
    }

    Optional<Item> find(String list, String code, LocalDate on) {
        return valid(list, on).stream().filter(i -> i.code().equals(code)).findFirst();
    }

    /** Replaces a list from a day on. What was valid before stays readable under its old dates. */
    @Transactional
    void replace(String list, LocalDate from, List<Item> items) {
        jdbc.sql("delete from duty_item where list = ? and valid_from >= ?")
                .params(list, from)
                .update();
        jdbc.sql("update duty_item set valid_to = ? where list = ? and (valid_to is null or valid_to > ?)")
                .params(from, list, from)
                .update();
        for (Item item : items) {
            jdbc.sql("insert into duty_item (list, code, title, basis, source, valid_from) values (?, ?, ?, ?, ?, ?)")
                    .params(list, item.code(), item.title(), item.basis(), item.source(), from)
                    .update();
        }
    }
}
