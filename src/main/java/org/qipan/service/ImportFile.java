package org.qipan.service;

import java.util.List;
import org.qipan.spreadsheet.TableFile;
import org.qipan.worklist.Refused;

/** Reads the lines of a file of records, or says why it cannot. */
final class ImportFile {

    /** Lines of data; one more is the heading. */
    static final int MOST = 10_000;

    private ImportFile() {}

    static List<List<String>> lines(byte[] file) {
        try {
            List<List<String>> lines = TableFile.lines(file, MOST + 1);
            if (lines.size() > MOST + 1) {
                throw new Refused("service.import.toomany", MOST);
            }
            return lines;
        } catch (TableFile.Unreadable e) {
            throw new Refused("service.import.unreadable");
        }
    }
}
