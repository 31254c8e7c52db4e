package org.qipan.desk;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.qipan.directory.Directory;
import org.qipan.directory.Post;
import org.springframework.stereotype.Component;

/** Rows come with the codes of their units; here they get the words, asked for once a page. */
@Component
class RowNames {

    private final Directory directory;

    RowNames(Directory directory) {
        this.directory = directory;
    }

    /** @param rows of which {@code unit} is a code and {@code post} a group, {@code role@unit} */
    List<ListRow> given(List<ListRow> rows) {
        Map<String, String> names = directory.names(rows.stream()
                .map(ListRow::unit)
                .filter(Objects::nonNull)
                .distinct()
                .toList());
        return rows.stream()
                .map(row -> {
                    String name = names.getOrDefault(row.unit(), Objects.requireNonNullElse(row.unit(), ""));
                    return row.named(name, row.post() == null ? null : directory.title(Post.of(row.post()), name));
                })
                .toList();
    }
}
