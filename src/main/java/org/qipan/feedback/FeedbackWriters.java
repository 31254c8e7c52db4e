package org.qipan.feedback;

import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.qipan.directory.Directory;
import org.qipan.directory.Staff;

/** Names and posts of the people on one page, each asked for once. */
final class FeedbackWriters {

    private final Directory directory;
    private final Map<UUID, Writer> known = new HashMap<>();

    FeedbackWriters(Directory directory) {
        this.directory = directory;
    }

    /** @param posts titles of the posts held today, empty if none */
    record Writer(String name, String posts) {}

    /** Who that is; empty words for nobody and for an account that is gone. */
    public Writer of(@Nullable UUID staff) {
        return staff == null ? new Writer("", "") : known.computeIfAbsent(staff, this::look);
    }

    private Writer look(UUID id) {
        return directory.staff(id).map(this::writer).orElse(new Writer("", ""));
    }

    private Writer writer(Staff staff) {
        return new Writer(
                staff.name(), staff.posts().stream().map(directory::title).collect(Collectors.joining(" · ")));
    }
}
