package org.qipan.identity;

import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Open sessions of staff, which Spring Session keeps in the database by the subject's name. */
@Component
class Sessions {

    private final JdbcClient jdbc;

    Sessions(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void end(UUID staff) {
        jdbc.sql("delete from spring_session where principal_name = :subject")
                .param("subject", staff.toString())
                .update();
    }

    void endOfDisabled() {
        jdbc.sql("""
                        delete from spring_session
                        where principal_name in (select id::text from staff where not enabled or disabled_here)
                        """).update();
    }
}
