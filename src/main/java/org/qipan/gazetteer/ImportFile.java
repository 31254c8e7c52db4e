package org.qipan.gazetteer;

import java.io.BufferedReader;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import java.util.function.LongConsumer;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.qipan.spreadsheet.CsvRows;
import org.qipan.spreadsheet.FileEncoding;

/** Streams a file of units into the staging tables: rows into one, what is wrong with the others into a second. */
final class ImportFile {

    private static final int REPORT_EVERY = 10_000;
    private static final int LONGEST_VALUE = 100;
    private static final String ROWS =
            "unit_import_row (import, line, code, kind, parent, area, official, short, initials, pinyin)";
    private static final String FAULTS = "unit_import_fault (import, line, field, reason, value)";

    private final DataSource database;

    ImportFile(DataSource database) {
        this.database = database;
    }

    /** @param progress told the number of bytes read, now and then @return name of the encoding */
    String stage(UUID id, Path file, LongConsumer progress) throws IOException, SQLException, ImportRefused {
        FileStart.check(file);
        Charset charset =
                FileEncoding.of(file).orElseThrow(() -> new ImportRefused("gazetteer.import.refused.encoding"));
        try (Counting in = new Counting(Files.newInputStream(file));
                BufferedReader reader = new BufferedReader(FileEncoding.reader(in, charset));
                Connection good = database.getConnection();
                Connection bad = database.getConnection()) {
            CsvRows rows = new CsvRows(reader);
            List<String> header = rows.next();
            if (header == null || !UnitLine.isHeader(header)) {
                throw new ImportRefused("gazetteer.import.refused.header");
            }
            CopyText.run(
                    good,
                    ROWS,
                    staged -> CopyText.run(bad, FAULTS, faults -> {
                        int count = 0;
                        for (@Nullable List<String> row = rows.next(); row != null; row = rows.next()) {
                            line(id, rows.line(), row, staged, faults);
                            if (++count % REPORT_EVERY == 0) {
                                progress.accept(in.read);
                            }
                        }
                    }));
            progress.accept(in.read);
        } catch (CsvRows.RowTooLong e) {
            throw new ImportRefused("gazetteer.import.refused.long");
        }
        return charset.name();
    }

    private static void line(UUID id, int line, List<String> row, CopyText staged, CopyText faults)
            throws SQLException {
        UnitLine.Fault fault = UnitLine.fault(row);
        if (fault != null) {
            String value =
                    fault.value().length() > LONGEST_VALUE ? fault.value().substring(0, LONGEST_VALUE) : fault.value();
            faults.row(id, line, fault.field(), fault.reason(), value);
            return;
        }
        UnitLine unit = UnitLine.of(row);
        UnitName name = UnitName.of(unit.name(), unit.kind());
        Pinyin.Reading reading = name.reading();
        staged.row(
                id,
                line,
                unit.code(),
                unit.kind().key(),
                unit.parent(),
                unit.area(),
                name.official(),
                name.shortName(),
                reading.initials(),
                reading.full());
    }

    private static final class Counting extends FilterInputStream {

        private volatile long read;

        Counting(InputStream in) {
            super(in);
        }

        @Override
        public int read(byte[] bytes, int offset, int length) throws IOException {
            int count = super.read(bytes, offset, length);
            read += Math.max(count, 0);
            return count;
        }
    }
}
