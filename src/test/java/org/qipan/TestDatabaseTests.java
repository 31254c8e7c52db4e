package org.qipan;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

class TestDatabaseTests {

    @Test
    void givesEveryTestADatabaseOfItsOwn() {
        JdbcClient first = JdbcClient.create(TestDatabase.fresh());
        JdbcClient second = JdbcClient.create(TestDatabase.fresh());
        first.sql("create table only_here (id int)").update();
        assertThat(second.sql("select to_regclass('only_here')")
                        .query(String.class)
                        .optional())
                .isEmpty();
    }
}
