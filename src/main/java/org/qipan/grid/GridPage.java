package org.qipan.grid;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.qipan.deadline.LampView;
import org.qipan.form.FormView;

/**
 * Several items of one form.
 *
 * @param columns label of the fields by their name in the form
 * @param left number of chosen items that are not here: of another form, or more than fit
 * @param done number of rows that were taken
 */
record GridPage(List<Row> rows, Map<String, String> columns, int left, int done) {

    /**
     * One item.
     *
     * @param fields by name in the form; their names on the page begin with {@link #prefix}
     * @param errors why it was refused, or why it cannot be done here
     */
    record Row(
            long id,
            int version,
            UUID key,
            String title,
            String about,
            String unit,
            @Nullable LampView lamp,
            boolean done,
            boolean open,
            Map<String, FormView.Field> fields,
            List<String> errors) {

        public String prefix() {
            return GridPage.prefix(id);
        }
    }

    /** What the names of an item's fields begin with on the page. */
    static String prefix(long item) {
        return "i" + item + ".";
    }

    /** Whether anything is left to submit. */
    public boolean anyOpen() {
        return rows.stream().anyMatch(Row::open);
    }
}
