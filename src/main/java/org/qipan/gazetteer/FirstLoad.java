package org.qipan.gazetteer;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.GZIPInputStream;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.qipan.cluster.Locks;
import org.qipan.spreadsheet.CsvRows;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.InitializingBean;
import org.springframework.boot.sql.init.dependency.DependsOnDatabaseInitialization;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;
import org.springframework.stereotype.Component;

/**
 * Fills an empty directory from the lists in the project before the first request is served: all areas of the country down to the
 * townships, the villages of Zhongshan and of Tong'an, the departments of the demo town. One transaction under a lock, so two nodes that
 * start together load once.
 */
@Component
@DependsOnDatabaseInitialization
class FirstLoad implements InitializingBean {

    private static final Logger LOG = LoggerFactory.getLogger(FirstLoad.class);
    private static final List<String> LISTS =
            List.of("areas.csv.gz", "villages-442000.csv.gz", "villages-350212.csv.gz", "departments.csv");
    /** The lists say what is, not since when; before any day Qipan asks about. */
    static final String SINCE_EVER = "2000-01-01";

    private final DataSource database;

    FirstLoad(DataSource database) {
        this.database = database;
    }

    @Override
    public void afterPropertiesSet() throws SQLException {
        long started = System.nanoTime();
        long units = load();
        if (units > 0) {
            LOG.info("Loaded {} units in {} ms", units, (System.nanoTime() - started) / 1_000_000);
        }
    }

    /** @return number of units loaded, 0 if there were some before */
    long load() throws SQLException {
        try (Connection connection = database.getConnection()) {
            boolean before = connection.getAutoCommit();
            connection.setAutoCommit(false);
            try {
                long units = load(connection);
                connection.commit();
                return units;
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            } finally {
                connection.rollback();
                connection.setAutoCommit(before);
            }
        }
    }

    private static long load(Connection connection) throws SQLException, IOException {
        Locks.await(JdbcClient.create(new SingleConnectionDataSource(connection, true)), "gazetteer.first-load");
        try (var statement = connection.createStatement()) {
            try (var any = statement.executeQuery("select 1 from unit limit 1")) {
                if (any.next()) {
                    return 0;
                }
            }
            List<UnitLine> units = read();
            CopyText.run(connection, "unit (code, kind, parent, area, valid_from)", copy -> {
                for (UnitLine unit : units) {
                    copy.row(unit.code(), unit.kind().key(), unit.parent(), unit.area(), SINCE_EVER);
                }
            });
            CopyText.run(connection, "unit_name (unit, valid_from, official, short, name, initials, pinyin)", copy -> {
                for (UnitLine unit : units) {
                    UnitName name = UnitName.of(unit.name(), unit.kind());
                    Pinyin.Reading reading = name.reading();
                    copy.row(
                            unit.code(),
                            SINCE_EVER,
                            name.official(),
                            name.shortName(),
                            name.shortName(),
                            reading.initials(),
                            reading.full());
                }
            });
            statement.execute(SisterNames.everywhere(SINCE_EVER));
            statement.execute("analyze unit");
            statement.execute("analyze unit_name");
            return units.size();
        }
    }

    private static List<UnitLine> read() throws IOException {
        List<UnitLine> units = new ArrayList<>(46_000);
        for (String list : LISTS) {
            try (InputStream in = FirstLoad.class.getResourceAsStream("/units/" + list)) {
                if (in != null) {
                    read(list, list.endsWith(".gz") ? new GZIPInputStream(in) : in, units);
                }
            }
        }
        return units;
    }

    private static void read(String list, InputStream in, List<UnitLine> units) throws IOException {
        CsvRows rows = new CsvRows(new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8)));
        List<String> header = rows.next();
        if (header == null || !UnitLine.isHeader(header)) {
            throw new IOException(list + ": unexpected header " + header);
        }
        for (@Nullable List<String> row = rows.next(); row != null; row = rows.next()) {
            UnitLine.Fault fault = UnitLine.fault(row);
            if (fault != null) {
                throw new IOException(list + " line " + rows.line() + ": " + fault);
            }
            units.add(UnitLine.of(row));
        }
    }
}
