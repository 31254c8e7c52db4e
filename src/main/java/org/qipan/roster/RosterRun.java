package org.qipan.roster;

import java.util.UUID;
import javax.sql.DataSource;
import org.qipan.cluster.Locks;
import org.qipan.directory.Staff;
import org.qipan.identity.AccountRefused;
import org.qipan.staff.StaffActs;
import org.qipan.staff.StaffRefused;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Makes people of a confirmed sheet, one transaction each. Whoever was made stays made; what stopped goes on where it stopped. */
@Component
class RosterRun {

    private final JdbcClient jdbc;
    private final DataSource database;
    private final TransactionTemplate transaction;
    private final Rosters rosters;
    private final StaffActs acts;

    RosterRun(JdbcClient jdbc, DataSource database, TransactionTemplate transaction, Rosters rosters, StaffActs acts) {
        this.jdbc = jdbc;
        this.database = database;
        this.transaction = transaction;
        this.rosters = rosters;
        this.acts = acts;
    }

    /** Makes people of the good lines; on one node at a time, and harmless to call again. */
    void run(UUID id, Staff admin) {
        Locks.alone(database, "staff.import." + id, () -> {
            for (RosterRow row : rosters.rows(id, RosterRow.GOOD)) {
                if (!make(id, row, admin)) {
                    return;
                }
            }
        });
    }

    /** @return whether the next line may be tried */
    private boolean make(UUID id, RosterRow row, Staff admin) {
        try {
            transaction.executeWithoutResult(status -> done(id, row, acts.make(admin, row.person(), row.held())));
            return true;
        } catch (AccountRefused e) {
            if (!e.key().equals(AccountRefused.TAKEN)) {
                stop(id, e.key());
                return false;
            }
            bad(id, row, e.key());
        } catch (StaffRefused e) {
            bad(id, row, e.key());
        } catch (RuntimeException e) {
            stop(id, "roster.stopped");
            throw e;
        }
        return true;
    }

    private void done(UUID id, RosterRow row, UUID staff) {
        jdbc.sql("update staff_import_row set state = 'done', staff = :staff where import = :id and line = :line")
                .param("staff", staff)
                .param("id", id)
                .param("line", row.line())
                .update();
    }

    private void bad(UUID id, RosterRow row, String reason) {
        jdbc.sql("update staff_import_row set state = 'bad', reason = :reason where import = :id and line = :line")
                .param("reason", reason)
                .param("id", id)
                .param("line", row.line())
                .update();
    }

    private void stop(UUID id, String reason) {
        jdbc.sql("update staff_import set stopped = :reason where id = :id")
                .param("reason", reason)
                .param("id", id)
                .update();
    }
}
