package org.qipan.journal;

import java.util.UUID;
import org.qipan.directory.Staff;
import org.qipan.file.FileAccess;
import org.springframework.stereotype.Component;

/** A file of an entry is read by whoever reads the entry. */
@Component
class JournalFiles implements FileAccess {

    private final EntryTable table;
    private final Journal journal;

    JournalFiles(EntryTable table, Journal journal) {
        this.table = table;
        this.journal = journal;
    }

    @Override
    public boolean mayRead(UUID caseId, UUID file, Staff staff) {
        return table.with(file)
                .filter(entry -> entry.complaint().equals(caseId) && journal.reads(entry, staff))
                .isPresent();
    }
}
