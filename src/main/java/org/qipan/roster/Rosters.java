package org.qipan.roster;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.qipan.casefile.TimeOrderedId;
import org.qipan.directory.Staff;
import org.qipan.staff.StaffRefused;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** 批量导入: a sheet is read and shown; {@link RosterRun} makes people of its good lines when somebody says so. */
@Service
class Rosters {

    /** What was read holds names; nobody needs it longer. */
    private static final int DAYS = 30;

    private final JdbcClient jdbc;
    private final RosterReader reader;
    private final Clock clock;

    Rosters(JdbcClient jdbc, RosterReader reader, Clock clock) {
        this.jdbc = jdbc;
        this.reader = reader;
        this.clock = clock;
    }

    /** @param stopped message key, null while nothing stopped it */
    record Roster(
            UUID id,
            String file,
            boolean confirmed,
            @Nullable String stopped,
            int good,
            int bad,
            int done) {

        public boolean running() {
            return confirmed && stopped == null && good > 0;
        }

        /** Whether somebody may let it begin, or go on. */
        public boolean ready() {
            return good > 0 && (!confirmed || stopped != null);
        }
    }

    @Transactional
    UUID prepare(String file, List<List<String>> lines, Staff admin) {
        List<RosterRow> rows = reader.read(lines, admin);
        if (rows.isEmpty()) {
            throw new StaffRefused("roster.refused.empty");
        }
        jdbc.sql("delete from staff_import where at < :before")
                .param("before", now().minus(DAYS, ChronoUnit.DAYS))
                .update();
        UUID id = TimeOrderedId.next(clock);
        jdbc.sql("insert into staff_import (id, by, file, at) values (:id, :by, :file, :at)")
                .param("id", id)
                .param("by", admin.id())
                .param("file", file.length() > 200 ? file.substring(0, 200) : file)
                .param("at", now())
                .update();
        rows.forEach(row -> insert(id, row));
        return id;
    }

    private void insert(UUID id, RosterRow row) {
        jdbc.sql("""
                        insert into staff_import_row (import, line, name, username, typed, posts, state, reason)
                        values (:id, :line, :name, :username, :typed, :posts, :state, :reason)
                        """)
                .param("id", id)
                .param("line", row.line())
                .param("name", row.name())
                .param("username", row.username())
                .param("typed", row.typed())
                .param("posts", row.posts().toArray(String[]::new))
                .param("state", row.state())
                .param("reason", row.reason())
                .update();
    }

    /** An administrator sees his own only. */
    Optional<Roster> find(UUID id, Staff admin) {
        return jdbc.sql("""
                        select i.id, i.file, i.confirmed_at is not null as confirmed, i.stopped,
                            count(*) filter (where r.state = 'good') as good, count(*) filter (where r.state = 'bad') as bad,
                            count(*) filter (where r.state = 'done') as done
                        from staff_import i join staff_import_row r on r.import = i.id
                        where i.id = :id and i.by = :by group by i.id
                        """)
                .param("id", id)
                .param("by", admin.id())
                .query(Roster.class)
                .optional();
    }

    /** @param state null for every line */
    List<RosterRow> rows(UUID id, @Nullable String state) {
        return jdbc.sql("select line, name, username, typed, posts, state, reason, staff from staff_import_row"
                        + " where import = :id and (cast(:state as text) is null or state = :state) order by line")
                .param("id", id)
                .param("state", state)
                .query(Rosters::row)
                .list();
    }

    void confirm(UUID id) {
        jdbc.sql("update staff_import set confirmed_at = coalesce(confirmed_at, :at), stopped = null where id = :id")
                .param("at", now())
                .param("id", id)
                .update();
    }

    private static RosterRow row(ResultSet row, int number) throws SQLException {
        return new RosterRow(
                row.getInt("line"),
                row.getString("name"),
                row.getString("username"),
                row.getString("typed"),
                Arrays.asList((String[]) row.getArray("posts").getArray()),
                row.getString("state"),
                row.getString("reason"),
                row.getObject("staff", UUID.class));
    }

    private OffsetDateTime now() {
        return clock.instant().atOffset(ZoneOffset.UTC);
    }
}
