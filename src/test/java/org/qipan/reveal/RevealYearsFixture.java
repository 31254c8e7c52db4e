package org.qipan.reveal;

import org.springframework.jdbc.core.simple.JdbcClient;

/** The figures of reveals for tests of pages that print them. */
public final class RevealYearsFixture {

    private RevealYearsFixture() {}

    public static RevealYears over(JdbcClient jdbc) {
        return new RevealYears(jdbc);
    }
}
