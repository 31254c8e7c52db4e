package org.qipan.worklist;

import org.jspecify.annotations.Nullable;
import org.qipan.casefile.Said;
import org.qipan.casefile.Sayings;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What an item is about, to be said again elsewhere, and to be read by somebody. */
@Component
public class ItemWords {

    private static final String SAID = """
            select coalesce(w.subject, w.title) as text, w.said, f.said as titled
            from work_item w join case_file f on f.id = w.case_id where w.id = ?
            """;

    private final JdbcClient jdbc;
    private final Sayings sayings;

    ItemWords(JdbcClient jdbc, Sayings sayings) {
        this.jdbc = jdbc;
        this.sayings = sayings;
    }

    /** What it is about, or the title of its case where that says it all. */
    public Said of(WorkItem item) {
        Stored stored = stored(item);
        return sayings.said(item.subject() == null ? stored.titled() : stored.said(), stored.text());
    }

    /** The same item in the language of the reader: for a page, and not to be stored. */
    public WorkItem read(WorkItem item) {
        if (sayings.atOffice()) {
            return item;
        }
        Stored stored = stored(item);
        return item.worded(sayings.read(stored.titled(), item.title()), sayings.readAny(stored.said(), item.subject()));
    }

    private Stored stored(WorkItem item) {
        return jdbc.sql(SAID).param(item.id()).query(Stored.class).single();
    }

    private record Stored(
            String text, @Nullable String said, @Nullable String titled) {}
}
