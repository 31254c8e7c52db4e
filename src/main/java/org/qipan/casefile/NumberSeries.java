package org.qipan.casefile;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Gap-free numbers by series, unit and year: who takes one holds the row until he commits, who rolls back gives it back. */
@Component
class NumberSeries {

    private final JdbcClient jdbc;

    NumberSeries(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Transactional(propagation = Propagation.MANDATORY)
    int next(String series, String unit, int year) {
        return jdbc.sql("""
                        insert into number_series (series, unit, year, last) values (:series, :unit, :year, 1)
                        on conflict (series, unit, year) do update set last = number_series.last + 1
                        returning last
                        """)
                .param("series", series)
                .param("unit", unit)
                .param("year", year)
                .query(Integer.class)
                .single();
    }
}
