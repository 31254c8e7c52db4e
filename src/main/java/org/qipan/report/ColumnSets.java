package org.qipan.report;

import java.sql.Timestamp;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.qipan.casefile.TimeOrderedId;
import org.qipan.casefile.Vocabulary;
import org.qipan.figure.StatisticalForm;
import org.qipan.figure.StatisticalForms;
import org.qipan.worklist.Refused;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** An officer's own selections of columns over the same records; kept until he removes them. */
@Service
class ColumnSets {

    private static final String PREFIX = "own-";

    private final JdbcClient jdbc;
    private final StatisticalForms forms;
    private final Vocabulary vocabulary;
    private final Clock clock;

    ColumnSets(JdbcClient jdbc, StatisticalForms forms, Vocabulary vocabulary, Clock clock) {
        this.jdbc = jdbc;
        this.forms = forms;
        this.vocabulary = vocabulary;
        this.clock = clock;
    }

    List<StatisticalForm> of(UUID owner) {
        return jdbc.sql("select id, name, columns from column_set where owner = :owner order by name")
                .param("owner", owner)
                .query((row, n) ->
                        forms.of(PREFIX + row.getObject("id", UUID.class), row.getString("name"), List.of((String[])
                                row.getArray("columns").getArray())))
                .list();
    }

    /** Finds a form by the id in its address: one that comes with Qipan, or an own one. */
    Optional<StatisticalForm> form(String id, UUID owner) {
        if (id.startsWith(PREFIX)) {
            return of(owner).stream().filter(form -> form.id().equals(id)).findFirst();
        }
        return forms.all().stream().filter(form -> form.id().equals(id)).findFirst();
    }

    /** Saves a selection under a name; the same name again replaces it. */
    @Transactional
    String save(UUID owner, String name, List<String> columns) {
        String called = name.strip();
        if (called.isEmpty() || called.length() > 40) {
            throw Refused.at("name", "report.refused.name");
        }
        vocabulary.check(called).ifPresent(finding -> {
            throw Refused.at("name", finding.reason(), finding.word());
        });
        List<String> known =
                columns.stream().filter(forms.columns()::containsKey).distinct().toList();
        if (known.isEmpty()) {
            throw Refused.at("columns", "report.refused.columns");
        }
        UUID id = jdbc.sql("""
                        insert into column_set (id, owner, name, columns, saved_at) values (:id, :owner, :name, :columns, :now)
                        on conflict (owner, name) do update set columns = excluded.columns, saved_at = excluded.saved_at returning id
                        """)
                .param("id", TimeOrderedId.next(clock))
                .param("owner", owner)
                .param("name", called)
                .param("columns", known.toArray(String[]::new))
                .param("now", Timestamp.from(clock.instant()))
                .query(UUID.class)
                .single();
        return PREFIX + id;
    }

    @Transactional
    void remove(UUID owner, String form) {
        jdbc.sql("delete from column_set where owner = :owner and 'own-' || id = :form")
                .param("owner", owner)
                .param("form", form)
                .update();
    }
}
