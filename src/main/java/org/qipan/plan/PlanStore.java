package org.qipan.plan;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.qipan.audit.Fingerprint;
import org.qipan.plan.Plans.Version;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Plans as they are stored: one document per version. A version that was submitted is never changed again. */
@Component
class PlanStore {

    private final JdbcClient jdbc;
    private final ObjectMapper json;

    PlanStore(JdbcClient jdbc, ObjectMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    Optional<Version> latest(UUID campaign) {
        return read(campaign, "order by version desc limit 1");
    }

    /** The latest version, locked until the transaction ends: two savers of one plan follow each other. */
    Version lock(UUID campaign) {
        return read(campaign, "order by version desc limit 1 for update").orElseThrow();
    }

    /** The version in force. */
    Optional<Version> issued(UUID campaign) {
        return read(campaign, "and issued_at is not null order by version desc limit 1");
    }

    private Optional<Version> read(UUID campaign, String which) {
        return jdbc.sql("select * from campaign_plan where campaign = ? " + which)
                .param(campaign)
                .query((rs, n) -> version(rs))
                .optional();
    }

    void insert(UUID campaign, int no, Plan plan, Map<Section, String> returned, UUID by, Instant at) {
        jdbc.sql("""
                insert into campaign_plan (campaign, version, plan, returned, saved_by, saved_at)
                values (?, ?, ?::jsonb, ?::jsonb, ?, ?)""")
                .params(campaign, no, write(plan), remarks(returned), by, utc(at))
                .update();
    }

    void update(Version version, Plan plan, UUID by, Instant at) {
        jdbc.sql(
                        "update campaign_plan set plan = ?::jsonb, saved_by = ?, saved_at = ? where campaign = ? and version = ?")
                .params(write(plan), by, utc(at), version.campaign(), version.no())
                .update();
    }

    void remark(Version version, Map<Section, String> returned) {
        jdbc.sql("update campaign_plan set returned = ?::jsonb where campaign = ? and version = ?")
                .params(remarks(returned), version.campaign(), version.no())
                .update();
    }

    void approved(Version version, UUID by) {
        jdbc.sql("update campaign_plan set approved_by = ? where campaign = ? and version = ?")
                .params(by, version.campaign(), version.no())
                .update();
    }

    void issued(Version version, Instant at) {
        jdbc.sql("update campaign_plan set issued_at = ? where campaign = ? and version = ?")
                .params(utc(at), version.campaign(), version.no())
                .update();
    }

    /** Tells whether a section was changed since somebody read it. */
    String digest(Plan plan, Section section) {
        return Fingerprint.of(write(plan.part(section))).substring(0, 16);
    }

    String write(Object value) {
        try {
            return json.writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    Plan plan(String text) {
        try {
            return json.readValue(text, Plan.class);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a stored plan cannot be read", e);
        }
    }

    private Version version(ResultSet rs) throws SQLException {
        OffsetDateTime issued = rs.getObject("issued_at", OffsetDateTime.class);
        return new Version(
                rs.getObject("campaign", UUID.class),
                rs.getInt("version"),
                plan(rs.getString("plan")),
                remarks(rs.getString("returned")),
                rs.getObject("saved_by", UUID.class),
                rs.getObject("saved_at", OffsetDateTime.class).toInstant(),
                issued == null ? null : issued.toInstant());
    }

    private String remarks(Map<Section, String> returned) {
        Map<String, String> byKey = new LinkedHashMap<>();
        returned.forEach((section, remark) -> byKey.put(section.key(), remark));
        return write(byKey);
    }

    private Map<Section, String> remarks(String text) {
        Map<Section, String> returned = new EnumMap<>(Section.class);
        try {
            json.readTree(text)
                    .properties()
                    .forEach(e -> Section.of(e.getKey())
                            .ifPresent(s -> returned.put(s, e.getValue().asText())));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("stored remarks cannot be read", e);
        }
        return returned;
    }

    static OffsetDateTime utc(Instant at) {
        return at.atOffset(ZoneOffset.UTC);
    }
}
