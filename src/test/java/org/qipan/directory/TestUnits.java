package org.qipan.directory;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import javax.sql.DataSource;
import org.postgresql.ds.PGSimpleDataSource;
import org.qipan.TestDatabase;
import org.qipan.gazetteer.TestGazetteer;
import org.springframework.context.support.ResourceBundleMessageSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The real units of the country in a test's own database, and a directory over them. */
public final class TestUnits {

    /** A day in the demo's present. */
    public static final Clock CLOCK = Clock.fixed(Instant.parse("2026-11-20T02:00:00Z"), ZoneId.of("Asia/Shanghai"));

    private static final AtomicInteger NUMBER = new AtomicInteger();

    private TestUnits() {}

    /** A new database that holds every unit the project ships; loaded once a build, then copied. */
    public static DataSource database() {
        String name = "qipan_units_" + NUMBER.incrementAndGet();
        JdbcClient.create(Loaded.ANOTHER)
                .sql("create database " + name + " template " + Loaded.TEMPLATE.getDatabaseName())
                .update();
        PGSimpleDataSource copy = new PGSimpleDataSource();
        copy.setUrl(Loaded.TEMPLATE.getUrl());
        copy.setUser(Loaded.TEMPLATE.getUser());
        copy.setPassword(Loaded.TEMPLATE.getPassword());
        copy.setDatabaseName(name);
        return copy;
    }

    private static final class Loaded {

        static final DataSource ANOTHER = TestDatabase.fresh();
        static final PGSimpleDataSource TEMPLATE = loaded();

        private static PGSimpleDataSource loaded() {
            DataSource database = TestDatabase.fresh();
            TestGazetteer.load(database);
            return (PGSimpleDataSource) database;
        }
    }

    public static Directory directory(DataSource database, Clock clock) {
        JdbcClient jdbc = JdbcClient.create(database);
        Units units = new Units(jdbc, clock);
        ResourceBundleMessageSource messages = new ResourceBundleMessageSource();
        messages.setBasename("messages/directory");
        messages.setDefaultEncoding("UTF-8");
        messages.setFallbackToSystemLocale(false);
        return new StoredDirectory(units, new UnitSearch(jdbc, units), new People(jdbc), jdbc, messages);
    }

    public static Directory directory(DataSource database) {
        return directory(database, CLOCK);
    }

    /** Somebody who holds posts. */
    public static Staff person(DataSource database, String name, Post... posts) {
        JdbcClient jdbc = JdbcClient.create(database);
        return new Staffing(jdbc, CLOCK, new People(jdbc), event -> {})
                .refresh(UUID.randomUUID(), name, name, java.util.List.of(posts));
    }

    /** The directory's own tables of staff, as another module fills them. */
    public static Staffing staffing(JdbcClient jdbc, Consumer<Object> heard) {
        return new Staffing(jdbc, CLOCK, new People(jdbc), heard::accept);
    }

    /** The name a unit has on a day, and on that day alone. */
    public static String name(DataSource database, String code, LocalDate day) {
        return new Units(JdbcClient.create(database), CLOCK)
                .on(code, day)
                .orElseThrow()
                .name();
    }
}
