package org.qipan.figure;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A table over measures.
 *
 * @param id {@code a}, {@code b}, {@code c}, or {@code own-<uuid>} for an officer's own columns
 * @param version of the definition; frozen with every snapshot
 * @param name what its owner called it, null for the forms that come with Qipan, which are named by messages
 */
public record StatisticalForm(
        String id, int version, @Nullable String name, List<Column> columns) {

    public String titleKey() {
        return "figure.form." + id;
    }

    public String numberKey() {
        return titleKey() + ".number";
    }

    public Column column(String key) {
        return columns.stream()
                .filter(column -> column.key().equals(key))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no column " + key));
    }
}
