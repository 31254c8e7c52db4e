package org.qipan.aid;

import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The table {@code aid}. */
@Repository
class AidTable {

    private final JdbcClient jdbc;

    AidTable(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void insert(UUID id, UUID complaint, UUID demand, Need need) {
        jdbc.sql("insert into aid (id, complaint, demand, kind) values (?, ?, ?, ?)")
                .params(id, complaint, demand, need.code())
                .update();
    }

    /** Of a matter, newest first. */
    List<Aid> of(UUID complaint) {
        return jdbc.sql(
                        "select a.*, f.number from aid a join case_file f on f.id = a.id where a.complaint = ? order by f.opened desc, a.id")
                .param(complaint)
                .query((row, n) -> new Aid(
                        row.getObject("id", UUID.class),
                        row.getObject("complaint", UUID.class),
                        row.getObject("demand", UUID.class),
                        Need.of(row.getString("kind")).orElseThrow(),
                        row.getString("number")))
                .list();
    }
}
