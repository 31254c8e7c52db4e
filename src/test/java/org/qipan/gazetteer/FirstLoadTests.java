package org.qipan.gazetteer;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.qipan.TestDatabase;
import org.springframework.jdbc.core.simple.JdbcClient;

class FirstLoadTests {

    private static DataSource database;
    private static JdbcClient jdbc;

    @BeforeAll
    static void load() throws Exception {
        database = TestDatabase.fresh();
        jdbc = JdbcClient.create(database);
        new FirstLoad(database).afterPropertiesSet();
    }

    @ParameterizedTest
    @CsvSource({
        "province, 31",
        "prefecture, 342",
        "county, 2975",
        "township, 41351",
        "village, 431",
        "department, 9",
        "institution, 2"
    })
    void loadsEveryAreaOfTheCountryAndTheVillagesOfTwoPlaces(String kind, int units) {
        assertThat(jdbc.sql("select count(*) from unit where kind = :kind")
                        .param("kind", kind)
                        .query(Integer.class)
                        .single())
                .isEqualTo(units);
    }

    @Test
    void givesEveryUnitAName() {
        assertThat(jdbc.sql(
                                "select count(*) from unit u where not exists (select 1 from unit_name n where n.unit = u.code)")
                        .query(Integer.class)
                        .single())
                .isZero();
    }

    @Test
    void loadsNothingASecondTime() throws Exception {
        assertThat(new FirstLoad(database).load()).isZero();
    }

    @Test
    void loadsOnceWhenTwoNodesStartTogether() throws Exception {
        DataSource empty = TestDatabase.fresh();
        var nodes = Executors.newFixedThreadPool(2);
        try {
            List<Future<Long>> loaded = List.of(
                    nodes.submit(() -> new FirstLoad(empty).load()), nodes.submit(() -> new FirstLoad(empty).load()));
            assertThat(List.of(loaded.get(0).get(), loaded.get(1).get())).containsExactlyInAnyOrder(0L, 45_141L);
        } finally {
            nodes.shutdownNow();
        }
    }

    @ParameterizedTest
    @CsvSource({
        "442000007201, 新伦村民委员会, 新伦村, xlc",
        "442000007001, 民众社区居民委员会, 民众社区, mzsq",
        "442000007003, 浪网社区居民委员会, 浪网社区 003, lwsq",
        "442000007213, 浪网村民委员会, 浪网村 213, lwc",
        "350212001002, 同新社区居委会, 同新社区, txsq",
        "442000116000, 大涌镇, 大涌镇, dyz dcz",
    })
    void namesUnitsAsPeopleSayThem(String code, String official, String name, String initials) {
        assertThat(jdbc.sql("select official, name, initials from unit_name where unit = :code")
                        .param("code", code)
                        .query()
                        .singleRow())
                .containsEntry("official", official)
                .containsEntry("name", name)
                .containsEntry("initials", initials);
    }
}
