package org.qipan.worklist;

import org.qipan.SettableClock;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** The {@link Workroom} for tests of case files. */
public final class CaseRoom {

    private final Workroom room = new Workroom();

    public <T> T bean(Class<T> type) {
        return room.bean(type);
    }

    public JdbcClient jdbc() {
        return room.jdbc;
    }

    public TransactionTemplate transaction() {
        return room.transaction;
    }

    public SettableClock clock() {
        return room.clock;
    }
}
