package org.qipan.report;

import java.time.Clock;
import java.time.LocalDate;
import org.qipan.directory.Directory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Gap-free numbers by unit and year: 民众街道〔2026〕3号. Taken in the transaction that uses them. */
@Component
class PaperSeries {

    private final JdbcClient jdbc;
    private final Directory directory;
    private final Clock clock;
    private final ReportTexts texts;

    PaperSeries(JdbcClient jdbc, Directory directory, Clock clock, ReportTexts texts) {
        this.jdbc = jdbc;
        this.directory = directory;
        this.clock = clock;
        this.texts = texts;
    }

    /** @param kind {@code receipt} or {@code circular}; its word is message {@code report.series.<kind>} */
    String next(String unit, String kind) {
        int year = LocalDate.now(clock).getYear();
        int number = jdbc.sql("""
                        insert into paper_series (unit, kind, year, next) values (:unit, :kind, :year, 2)
                        on conflict (unit, kind, year) do update set next = paper_series.next + 1 returning next - 1
                        """)
                .param("unit", unit)
                .param("kind", kind)
                .param("year", year)
                .query(Integer.class)
                .single();
        return texts.text(
                "report.series." + kind, directory.unit(unit).name(), String.valueOf(year), String.valueOf(number));
    }
}
