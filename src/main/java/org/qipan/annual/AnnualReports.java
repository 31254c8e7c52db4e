package org.qipan.annual;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.qipan.audit.Audit;
import org.qipan.directory.Directory;
import org.qipan.directory.Duty;
import org.qipan.directory.Post;
import org.qipan.directory.Staff;
import org.qipan.remit.ReceivingDesk;
import org.qipan.worklist.Refused;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Annual reports of a unit: the draft, and what its leader approved; an approved one never changes, a later one stands beside it. */
@Service
class AnnualReports {

    private final JdbcClient jdbc;
    private final AnnualComposer composer;
    private final Directory directory;
    private final ObjectMapper json;
    private final Audit audit;
    private final Clock clock;

    AnnualReports(
            JdbcClient jdbc,
            AnnualComposer composer,
            Directory directory,
            ObjectMapper json,
            Audit audit,
            Clock clock) {
        this.jdbc = jdbc;
        this.composer = composer;
        this.directory = directory;
        this.json = json;
        this.audit = audit;
        this.clock = clock;
    }

    /** The unit whose report somebody reads: that of his petition office, or the one he leads. */
    Optional<String> unit(Staff reader) {
        return reader.posts().stream()
                .filter(post -> !post.unit().contains("-"))
                .filter(post -> post.equals(ReceivingDesk.officer(post.unit())) || leads(post))
                .map(Post::unit)
                .findFirst();
    }

    /** The post in which somebody approves the report of a unit. */
    Optional<Post> leader(String unit, Staff staff) {
        return staff.posts().stream()
                .filter(post -> post.unit().equals(unit) && leads(post))
                .findFirst();
    }

    AnnualContent draft(String unit, int year, Staff reader) {
        return composer.of(unit, year, reader);
    }

    /** Newest first. */
    List<AnnualVersion> versions(String unit, int year) {
        return jdbc.sql("select * from annual_report where unit = ? and year = ? order by version desc")
                .params(unit, year)
                .query((row, n) -> version(row))
                .list();
    }

    /** Whether a year is over: what is reported each year is reported of a whole one (信访工作条例 art. 41). */
    boolean over(int year) {
        return year < LocalDate.now(clock).getYear();
    }

    /** @throws Refused if he does not lead the unit, or the year is not over */
    @Transactional
    public int approve(String unit, int year, Staff by) {
        Post as = leader(unit, by).orElseThrow(() -> new Refused("annual.refused.leader"));
        if (!over(year)) {
            throw new Refused("annual.refused.running");
        }
        // One after the other: two who approve at once make two versions.
        jdbc.sql("select pg_advisory_xact_lock(hashtextextended(?, 41))")
                .param("annual-" + unit + "-" + year)
                .query((row, n) -> true)
                .single();
        int version = versions(unit, year).stream()
                        .mapToInt(AnnualVersion::version)
                        .max()
                        .orElse(0)
                + 1;
        jdbc.sql("""
                        insert into annual_report (unit, year, version, content, approved_by, approved_role, approved)
                        values (:unit, :year, :version, cast(:content as jsonb), :by, :role, :now)
                        """)
                .param("unit", unit)
                .param("year", year)
                .param("version", version)
                .param("content", written(composer.of(unit, year, by)))
                .param("by", by.id())
                .param("role", as.role())
                .param("now", OffsetDateTime.now(clock))
                .update();
        audit.record(
                by.actor(), "annual.audit.approved", "annual-report", unit + "-" + year, Map.of("version", version));
        return version;
    }

    private boolean leads(Post post) {
        return directory
                .find(post.unit())
                .flatMap(unit -> directory.role(unit.kind(), Duty.HEAD))
                .filter(post.role()::equals)
                .isPresent();
    }

    private AnnualVersion version(ResultSet row) throws SQLException {
        var approved = row.getObject("approved", OffsetDateTime.class).toInstant();
        return new AnnualVersion(
                row.getInt("version"),
                LocalDate.ofInstant(approved, clock.getZone()),
                directory.title(new Post(row.getString("approved_role"), row.getString("unit"))),
                read(row.getString("content")));
    }

    private String written(AnnualContent content) {
        try {
            return json.writeValueAsString(content);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    private AnnualContent read(String content) {
        try {
            return json.readValue(content, AnnualContent.class);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
