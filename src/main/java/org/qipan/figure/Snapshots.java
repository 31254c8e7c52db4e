package org.qipan.figure;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.sql.Date;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.sql.Types;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.qipan.audit.Fingerprint;
import org.qipan.cluster.Locks;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Keeps sheets as they were confirmed. */
@Service
public class Snapshots {

    private static final String KEY = """
             form = :form and unit = :unit and campaign is not distinct from :campaign
             and from_day is not distinct from :from and to_day is not distinct from :to
            """;

    private final JdbcClient jdbc;
    private final Clock clock;
    private final ObjectMapper json = JsonMapper.builder()
            .configure(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS, true)
            .build();

    Snapshots(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** Freezes a sheet. Nothing changed since the last version: that one is returned. */
    @Transactional
    public Snapshot keep(Sheet sheet, FigureScope scope, UUID by) {
        String text = text(sheet);
        String hash = Fingerprint.of(text);
        // two people confirm at once: the second waits and finds the first one's version
        Locks.await(jdbc, "figure " + sheet.form().id() + scope.within() + scope.campaign());
        Optional<Snapshot> last = versions(sheet.form().id(), scope).stream().findFirst();
        if (last.isPresent() && last.get().sha256().equals(hash)) {
            return last.get();
        }
        long id = keyed(jdbc.sql("""
                        insert into figure_snapshot (form, form_version, unit, campaign, from_day, to_day, version, sheet, sha256, made_by, made_at)
                        values (:form, :formVersion, :unit, :campaign, :from, :to, :version, :sheet::jsonb, :hash, :by, :now) returning id
                        """), sheet.form().id(), scope)
                .param("formVersion", sheet.form().version())
                .param("version", last.map(Snapshot::version).orElse(0) + 1)
                .param("sheet", text)
                .param("hash", hash)
                .param("by", by)
                .param("now", Timestamp.from(clock.instant()))
                .query(Long.class)
                .single();
        return find(id).orElseThrow();
    }

    /** Versions of a form, newest first, without their sheets. */
    public List<Snapshot> versions(String form, FigureScope scope) {
        return keyed(
                        jdbc.sql("select id, version, made_at, sha256, null as sheet from figure_snapshot where" + KEY
                                + "order by version desc"),
                        form,
                        scope)
                .query(this::snapshot)
                .list();
    }

    public Optional<Snapshot> find(long id) {
        return jdbc.sql("select id, version, made_at, sha256, sheet from figure_snapshot where id = :id")
                .param("id", id)
                .query(this::snapshot)
                .optional();
    }

    public Optional<Snapshot> version(String form, FigureScope scope, int version) {
        return versions(form, scope).stream()
                .filter(snapshot -> snapshot.version() == version)
                .findFirst()
                .flatMap(snapshot -> find(snapshot.id()));
    }

    /** Whether the records still give the sheet that was confirmed. */
    public boolean same(Sheet sheet, Snapshot snapshot) {
        return Fingerprint.of(text(sheet)).equals(snapshot.sha256());
    }

    private static JdbcClient.StatementSpec keyed(JdbcClient.StatementSpec sql, String form, FigureScope scope) {
        return sql.param("form", form)
                .param("unit", scope.within())
                .param("campaign", scope.campaign(), Types.OTHER)
                .param("from", date(scope.from()), Types.DATE)
                .param("to", date(scope.to()), Types.DATE);
    }

    private Snapshot snapshot(ResultSet row, int number) throws SQLException {
        @Nullable String sheet = row.getString("sheet");
        try {
            return new Snapshot(
                    row.getLong("id"),
                    row.getInt("version"),
                    row.getTimestamp("made_at").toInstant(),
                    row.getString("sha256"),
                    sheet == null ? null : json.readValue(sheet, Sheet.class));
        } catch (JsonProcessingException e) {
            throw new SQLException(e);
        }
    }

    private String text(Sheet sheet) {
        try {
            return json.writeValueAsString(sheet);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    private static @Nullable Date date(@Nullable LocalDate day) {
        return day == null ? null : Date.valueOf(day);
    }
}
