package org.qipan.casefile;

import org.qipan.vault.TestSeal;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Texts of cases for tests of one module. */
public final class TestTexts {

    private TestTexts() {}

    public static CaseTexts of(JdbcClient jdbc) {
        return new CaseTexts(jdbc, TestSeal.cases());
    }
}
