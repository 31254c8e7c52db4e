package org.qipan.gazetteer;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.DoubleStream;
import javax.sql.DataSource;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.qipan.Bench;
import org.qipan.Figures;
import org.qipan.TestDatabase;
import org.springframework.jdbc.core.simple.JdbcClient;

@Bench
@Tag("units")
class FirstLoadBench {

    private static final int AGAIN = 4;

    @Test
    void theUnitsOfTheProject() {
        double first = load(TestDatabase.fresh());
        double later = DoubleStream.generate(() -> load(TestDatabase.fresh()))
                .limit(AGAIN)
                .sorted()
                .skip(AGAIN / 2)
                .findFirst()
                .orElseThrow();
        Figures.add(
                "first load of the 45,141 units, cold JVM / warm",
                Figures.time(first) + " / " + Figures.time(later),
                "< 5 s");
    }

    private static double load(DataSource database) {
        double took = Figures.once(() -> new FirstLoad(database).load());
        assertThat(JdbcClient.create(database)
                        .sql("select count(*) from unit")
                        .query(Long.class)
                        .single())
                .isEqualTo(45_141);
        return took;
    }
}
