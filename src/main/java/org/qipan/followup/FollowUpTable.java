package org.qipan.followup;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The table {@code follow_up}. */
@Repository
class FollowUpTable {

    /** He may rate by himself first; after a month nobody remembers. */
    private static final Duration FIRST = Duration.ofDays(2);

    private static final Duration LAST = Duration.ofDays(30);

    private final JdbcClient jdbc;
    private final Clock clock;

    FollowUpTable(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** A matter to be asked about. */
    record Wanted(UUID complaint, String desk, String channel) {}

    /** What was answered and closed, of petitioners who can be reached and have not rated it: once for each time it was closed. */
    List<Wanted> wanted() {
        OffsetDateTime now = OffsetDateTime.now(clock);
        return jdbc.sql("""
                        select c.id as complaint, c.desk, c.channel from complaint c
                        where c.state = 'closed' and c.verdict is not null and c.grade is null and c.mode <> 'anonymous' and c.reachable
                            and c.closed between :from and :until and not exists (select from follow_up f where f.complaint = c.id and (f.state = 'open' or f.started >= c.closed))
                        order by c.closed, c.id limit 500""")
                .param("from", now.minus(LAST))
                .param("until", now.minus(FIRST))
                .query(Wanted.class)
                .list();
    }

    /** Open ones of matters that were rated meanwhile. */
    List<FollowUp> rated() {
        return jdbc.sql(
                        "select f.* from follow_up f join complaint c on c.id = f.complaint where f.state = 'open' and c.grade is not null")
                .query(FollowUpTable::row)
                .list();
    }

    Optional<FollowUp> open(UUID complaint) {
        return jdbc.sql("select * from follow_up where complaint = ? and state = 'open' for update")
                .param(complaint)
                .query(FollowUpTable::row)
                .optional();
    }

    void insert(FollowUp one) {
        jdbc.sql("insert into follow_up (complaint, id, desk, term, started, due) values (?, ?, ?, ?, ?, ?)")
                .params(one.complaint(), one.id(), one.desk(), one.term(), at(one.started()), at(one.due()))
                .update();
    }

    Optional<FollowUp> find(UUID id) {
        return jdbc.sql("select * from follow_up where id = ?")
                .param(id)
                .query(FollowUpTable::row)
                .optional();
    }

    /** The row, locked until the transaction ends. */
    FollowUp lock(UUID id) {
        return jdbc.sql("select * from follow_up where id = ? for update")
                .param(id)
                .query(FollowUpTable::row)
                .single();
    }

    void tried(UUID id) {
        jdbc.sql("update follow_up set tries = tries + 1 where id = ?")
                .param(id)
                .update();
    }

    /** @param answers null where he was not asked in the end */
    void end(UUID id, String state, @Nullable Answers answers) {
        jdbc.sql("""
                        update follow_up set state = :state, ended = :now, solved = cast(:solved as boolean),
                            polite = cast(:polite as boolean), lawful = cast(:lawful as boolean)
                        where id = :id and state = 'open'""")
                .param("state", state)
                .param("now", OffsetDateTime.now(clock))
                .param("solved", answers == null ? null : answers.solved())
                .param("polite", answers == null ? null : answers.polite())
                .param("lawful", answers == null ? null : answers.lawful())
                .param("id", id)
                .update();
    }

    /** What he said, each for itself. @param lawful false where he does not agree with the law */
    record Answers(boolean solved, boolean polite, boolean lawful) {}

    private OffsetDateTime at(Instant moment) {
        return moment.atZone(clock.getZone()).toOffsetDateTime();
    }

    private static FollowUp row(ResultSet row, int n) throws SQLException {
        return new FollowUp(
                row.getObject("id", UUID.class),
                row.getObject("complaint", UUID.class),
                row.getString("desk"),
                row.getLong("term"),
                row.getObject("started", OffsetDateTime.class).toInstant(),
                row.getObject("due", OffsetDateTime.class).toInstant(),
                row.getInt("tries"),
                row.getString("state"));
    }
}
