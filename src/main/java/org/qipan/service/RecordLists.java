package org.qipan.service;

import java.math.BigDecimal;
import java.sql.Date;
import java.sql.Timestamp;
import java.sql.Types;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.qipan.directory.AreaRange;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What pages and figures read of the work records. */
@Repository
class RecordLists {

    /** Work done for practice is shown with its own campaign and is part of no other figure. */
    private static final String NO_PRACTICE =
            " and (r.campaign is null or r.campaign not in (select f.id from case_file f where f.practice))";

    private final JdbcClient jdbc;

    RecordLists(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The author's own records since a day, with the clock time only he sees. */
    List<Own> own(UUID author, LocalDate since) {
        return jdbc.sql(
                        "select " + RecordTable.COLUMNS
                                + ", r.recorded_at from work_record r where r.recorded_by = :author and r.day >= :since"
                                + " and r.withdrawn_at is null and r.superseded_at is null order by r.day desc, r.id desc limit 200")
                .param("author", author)
                .param("since", Date.valueOf(since))
                .query((row, n) -> new Own(
                        RecordTable.record(row, n),
                        row.getTimestamp("recorded_at").toInstant()))
                .list();
    }

    /** Records within reach, newest day first; no clock times, nobody's name. */
    List<WorkRecord> list(RecordFilter filter, Reach reach, int limit) {
        @Nullable
        AreaRange area = filter.unit() == null || filter.unit().contains("-") ? null : AreaRange.of(filter.unit());
        return jdbc.sql("select " + RecordTable.COLUMNS + " from work_record r where " + Reach.CONDITION + """
                        and r.withdrawn_at is null and r.superseded_at is null
                        and (:kind::text is null or r.kind = :kind)
                        and (:low::bigint is null or r.area between :low and :high)
                        and (:unit::text is null or :low is not null or r.unit = :unit)
                        and (:campaign::uuid is null or r.campaign = :campaign)
                        and (:from::date is null or r.day >= :from)
                        and (:to::date is null or r.day <= :to)
                        and (:before::bigint is null or (r.day, r.id) < (:beforeDay, :before))
                        order by r.day desc, r.id desc limit :limit
                        """)
                .param("reachUnits", reach.unitCodes())
                .param("reachFrom", reach.froms())
                .param("reachTo", reach.tos())
                .param("kind", filter.kind(), Types.VARCHAR)
                .param("low", area == null ? null : area.from(), Types.BIGINT)
                .param("high", area == null ? null : area.to(), Types.BIGINT)
                .param("unit", filter.unit(), Types.VARCHAR)
                .param("campaign", filter.campaign(), Types.OTHER)
                .param("from", date(filter.from()), Types.DATE)
                .param("to", date(filter.to()), Types.DATE)
                .param("before", filter.before(), Types.BIGINT)
                .param("beforeDay", date(filter.beforeDay()), Types.DATE)
                .param("limit", limit)
                .query(RecordTable::record)
                .list();
    }

    /** Sums by unit, then kind: the quantity and, where there is one, the second. */
    Map<String, Map<String, Sum>> sums(
            @Nullable UUID campaign,
            Collection<String> kinds,
            AreaRange area,
            @Nullable LocalDate from,
            @Nullable LocalDate to) {
        Map<String, Map<String, Sum>> sums = new LinkedHashMap<>();
        jdbc.sql("""
                        select unit, kind, sum(quantity) as quantity, sum(second_quantity) as second
                        from work_record r
                        where withdrawn_at is null and superseded_at is null and kind = any(:kinds) and area between :low and :high
                            and (:campaign::uuid is null or campaign = :campaign)
                            and (:from::date is null or day >= :from) and (:to::date is null or day <= :to)
                        """ + noPractice(campaign) + " group by unit, kind order by unit, kind")
                .param("kinds", kinds.toArray(String[]::new))
                .param("low", area.from())
                .param("high", area.to())
                .param("campaign", campaign, Types.OTHER)
                .param("from", date(from), Types.DATE)
                .param("to", date(to), Types.DATE)
                .query(row -> {
                    sums.computeIfAbsent(row.getString("unit"), unit -> new LinkedHashMap<>())
                            .put(
                                    row.getString("kind"),
                                    new Sum(row.getBigDecimal("quantity"), row.getBigDecimal("second")));
                });
        return sums;
    }

    /** Every version of the records of one kind in an area: what counts now and what it replaced. */
    List<WorkRecord> behind(
            String kind,
            AreaRange area,
            @Nullable String unit,
            @Nullable UUID campaign,
            @Nullable LocalDate from,
            @Nullable LocalDate to) {
        return jdbc.sql("select " + RecordTable.COLUMNS + """
                        from work_record r where r.kind = :kind and r.area between :low and :high
                            and (:unit::text is null or r.unit = :unit)
                            and (:campaign::uuid is null or r.campaign = :campaign)
                            and (:from::date is null or r.day >= :from) and (:to::date is null or r.day <= :to)
                        """ + noPractice(campaign)
                        + " order by r.day desc, r.id desc limit 5000")
                .param("kind", kind)
                .param("low", area.from())
                .param("high", area.to())
                .param("unit", unit, Types.VARCHAR)
                .param("campaign", campaign, Types.OTHER)
                .param("from", date(from), Types.DATE)
                .param("to", date(to), Types.DATE)
                .query(RecordTable::record)
                .list();
    }

    /** How many records count that were received since a moment: nothing about who or when. */
    long since(Instant moment, AreaRange area) {
        return jdbc.sql(
                        "select count(*) from work_record r where received_at >= :moment and area between :low and :high"
                                + " and withdrawn_at is null and superseded_at is null" + NO_PRACTICE)
                .param("moment", Timestamp.from(moment))
                .param("low", area.from())
                .param("high", area.to())
                .query(Long.class)
                .single();
    }

    private static String noPractice(@Nullable UUID campaign) {
        return campaign == null ? NO_PRACTICE : "";
    }

    private static @Nullable Date date(@Nullable LocalDate day) {
        return day == null ? null : Date.valueOf(day);
    }

    record Own(WorkRecord record, Instant recordedAt) {}

    record Sum(BigDecimal quantity, @Nullable BigDecimal second) {}
}
