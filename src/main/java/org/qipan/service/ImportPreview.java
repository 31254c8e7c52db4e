package org.qipan.service;

import java.util.List;
import java.util.UUID;

/** What a file would do. @param good lines that can be taken over */
record ImportPreview(UUID id, String name, int good, List<ImportReader.Problem> problems, boolean confirmed) {
    public boolean confirmable() {
        return !confirmed && problems.isEmpty() && good > 0;
    }

    /** The first of them; a page with thousands helps nobody. */
    public List<ImportReader.Problem> shown() {
        return problems.subList(0, Math.min(200, problems.size()));
    }
}
