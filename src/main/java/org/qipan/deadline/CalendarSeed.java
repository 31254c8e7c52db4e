package org.qipan.deadline;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import org.qipan.audit.Actor;
import org.qipan.audit.Audit;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Loads the statutory table on the first start, before anything is served or any job runs. */
@Component
class CalendarSeed implements SmartInitializingSingleton {

    static final String TABLE = "calendar/statutory-days.json";

    private final CalendarDays days;
    private final Audit audit;
    private final Clock clock;
    private final TransactionTemplate transaction;

    CalendarSeed(CalendarDays days, Audit audit, Clock clock, PlatformTransactionManager transactions) {
        this.days = days;
        this.audit = audit;
        this.clock = clock;
        this.transaction = new TransactionTemplate(transactions);
    }

    /** Nodes that start together wait for each other at the version row; only the first finds it at 0. */
    @Override
    public void afterSingletonsInstantiated() {
        if (days.version() == 0) {
            transaction.executeWithoutResult(status -> {
                if (days.change() > 0) {
                    status.setRollbackOnly();
                } else {
                    load();
                }
            });
        }
    }

    private void load() {
        CalendarFile table = CalendarFile.read(text());
        if (!table.errors().isEmpty()) {
            throw new IllegalStateException(TABLE + ": " + table.errors());
        }
        days.put(table.days(), TABLE);
        table.days().stream()
                .map(day -> day.day().getYear())
                .distinct()
                .forEach(year -> days.publish(year, TABLE, clock.instant()));
        audit.record(
                Actor.system(),
                "deadline.audit.seeded",
                "calendar",
                TABLE,
                java.util.Map.of("days", table.days().size()));
    }

    private static String text() {
        try (InputStream in = new ClassPathResource(TABLE).getInputStream()) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException("The statutory table is part of the application", e);
        }
    }
}
