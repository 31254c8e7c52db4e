package org.qipan.desk;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.qipan.casefile.Sayings;
import org.qipan.directory.Directory;
import org.qipan.directory.Post;
import org.springframework.stereotype.Component;

/** Rows come with the codes of their units and in the language of the office; here they get the words of the reader, asked for once a page. */
@Component
class RowNames {

    private final Directory directory;
    private final Sayings sayings;

    RowNames(Directory directory, Sayings sayings) {
        this.directory = directory;
        this.sayings = sayings;
    }

    /** What a row is about, as this reader reads it. */
    @Nullable
    String subject(ResultSet row) throws SQLException {
        return sayings.readAny(row.getString("said"), row.getString("subject"));
    }

    /** @param rows of which {@code unit} is a code and {@code post} a group, {@code role@unit} */
    List<ListRow> given(List<ListRow> rows) {
        Map<String, String> names = directory.names(rows.stream()
                .map(ListRow::unit)
                .filter(Objects::nonNull)
                .distinct()
                .toList());
        Map<UUID, String> titles =
                sayings.titles(rows.stream().map(ListRow::caseId).distinct().toList());
        return rows.stream()
                .map(row -> {
                    String name = names.getOrDefault(row.unit(), Objects.requireNonNullElse(row.unit(), ""));
                    String title = row.title().isEmpty() ? "" : titles.getOrDefault(row.caseId(), row.title());
                    return row.named(
                            title, name, row.post() == null ? null : directory.title(Post.of(row.post()), name));
                })
                .toList();
    }
}
