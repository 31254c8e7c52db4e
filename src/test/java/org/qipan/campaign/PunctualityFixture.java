package org.qipan.campaign;

import org.qipan.service.Town;
import org.springframework.jdbc.core.simple.JdbcClient;

/** For tests of the modules above. */
public final class PunctualityFixture {

    private PunctualityFixture() {}

    public static Punctuality over(JdbcClient jdbc) {
        return new Punctuality(jdbc, Town.CLOCK);
    }
}
