package org.qipan.deadline;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.stream.Collectors;

/** The statutory table of the application, without a database. */
final class StatutoryDays {

    static final CalendarFile FILE = CalendarFile.read(text());
    static final WorkDays CALENDAR =
            new WorkDays(FILE.days().stream().collect(Collectors.toMap(SpecialDay::day, day -> day)), 2026);

    private StatutoryDays() {}

    private static String text() {
        try (InputStream in = StatutoryDays.class.getResourceAsStream("/" + CalendarSeed.TABLE)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
