package org.qipan.gazetteer;

import java.sql.SQLException;
import javax.sql.DataSource;

/** Lets tests of other modules have the units the project ships. */
public final class TestGazetteer {

    private TestGazetteer() {}

    public static void load(DataSource database) {
        try {
            new FirstLoad(database).load();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
