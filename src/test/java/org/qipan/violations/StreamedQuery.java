package org.qipan.violations;

import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Leaves a connection open. */
public class StreamedQuery {

    public Stream<Integer> numbers(JdbcClient jdbc) {
        return jdbc.sql("select 1").query(Integer.class).stream();
    }
}
