package org.qipan.hotline;

import org.springframework.jdbc.core.simple.JdbcClient;

/** How call-backs stand, for tests of whoever asks. */
public final class CallbackStates {

    private CallbackStates() {}

    public static CallbackState of(JdbcClient jdbc) {
        return new CallbackState(jdbc);
    }
}
