package org.qipan.desk;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.qipan.directory.Post;
import org.qipan.page.Like;
import org.qipan.worklist.CasePage;
import org.qipan.worklist.CasePages;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** 待阅, 已办 and 我发起的: newest first, the same rows and the same paging as 待办. */
@Component
class PastLists {

    private static final int CAP = 100;
    private static final String UNREAD = """
             from unnest(cast(:roles as text[]), cast(:units as text[])) g(role, unit)
             cross join lateral (
                 select c.* from work_copy c join case_file f on f.id = c.case_id
                 where c.read_at is null and c.role = g.role and c.unit = g.unit and c.id < :id
                 and (cast(:text as text) is null or c.subject ilike :text or (c.opens or not f.sealed) and f.title ilike :text)
                 and (cast(:campaign as uuid) is null or c.case_id = :campaign)
                 and c.case_id <> all (array(select excluded_cases(:staff, cast(:exUnits as text[]), cast(:exAreas as bigint[]))))
                 order by c.id desc limit :limit) w
            """;

    private final JdbcClient jdbc;
    private final RowNames names;
    private final CasePages pages;

    PastLists(JdbcClient jdbc, RowNames names, CasePages pages) {
        this.jdbc = jdbc;
        this.names = names;
        this.pages = pages;
    }

    ListPage toRead(Desk desk, ListFilter filter, int size) {
        return page(
                "select w.id, w.case_id, f.number, case when w.opens or not f.sealed then f.title else '' end as title, w.subject, w.said, w.role, w.unit,"
                        + " 'desk.copy.' || w.reason as act, w.at, f.kind, null::bigint as item,"
                        + " case when w.opens or not f.sealed then w.page else coalesce(w.page, '/worklist?tab=toread') end as page, null as absent"
                        + UNREAD + " join case_file f on f.id = w.case_id order by w.id desc limit :limit",
                desk,
                filter,
                size);
    }

    int countToRead(Desk desk) {
        return jdbc.sql("select count(*) from (select 1" + UNREAD + " limit :limit) c")
                .params(parameters(desk, ListFilter.NONE, CAP))
                .query(Integer.class)
                .single();
    }

    ListPage done(Desk desk, ListFilter filter, int size) {
        return page("""
                select w.id, w.case_id, i.number, i.title, i.subject, i.said, w.role, w.unit, 'act.' || w.act as act, w.at, i.kind, i.id as item, null as page, a.name as absent
                from work_act w join work_item i on i.id = w.item left join staff a on a.id = w.acting_for
                where w.staff = :staff and w.id < :id
                and (w.acting_for is null or not case_excluded(w.case_id, w.acting_for))
                and (cast(:text as text) is null or concat_ws(' ', i.title, i.subject, i.number) ilike :text)
                and (cast(:campaign as uuid) is null or w.case_id = :campaign)
                """ + ListSql.NOT_EXCLUDED + " order by w.id desc limit :limit", desk, filter, size);
    }

    ListPage started(Desk desk, ListFilter filter, int size) {
        return page(
                """
                select w.tie as id, w.id as case_id, w.number, w.title, null as subject, null as said, null as role, w.unit, null as act,
                    w.opened as at, w.kind, null::bigint as item, null as page, null as absent
                from (select f.*, f.id as case_id, ('x' || right(replace(f.id::text, '-', ''), 15))::bit(60)::bigint as tie
                    from case_file f where f.started_by = :staff and f.opened <= cast(:moment as timestamptz)) w
                where (w.opened, w.tie) < (cast(:moment as timestamptz), :id)
                and (cast(:text as text) is null or concat_ws(' ', w.title, w.number) ilike :text)
                and (cast(:campaign as uuid) is null or w.id = :campaign)
                """ + ListSql.NOT_EXCLUDED + " order by w.opened desc, w.tie desc limit :limit", desk, filter, size);
    }

    private String caseUrl(String kind, UUID caseId) {
        CasePage page = pages.byKind().get(kind);
        return page == null ? "/worklist" : page.url(caseId);
    }

    private ListPage page(String sql, Desk desk, ListFilter filter, int size) {
        List<ListRow> rows = jdbc.sql(sql)
                .params(parameters(desk, filter, size + 1))
                .query(this::row)
                .list();
        return ListPage.of(names.given(rows), size);
    }

    private static Map<String, @Nullable Object> parameters(Desk desk, ListFilter filter, int limit) {
        Map<String, Object> exclusion = new LinkedHashMap<>();
        ListSql.exclusion(desk, exclusion);
        Map<String, @Nullable Object> parameters = new LinkedHashMap<>(exclusion);
        PageKey after = PageKey.of(filter.after(), PageKey.NEWEST);
        parameters.put("id", after.id());
        parameters.put("moment", after.moment());
        parameters.put("limit", limit);
        parameters.put("roles", desk.roles());
        parameters.put("units", desk.units());
        parameters.put("campaign", filter.campaign());
        String text = filter.text();
        parameters.put("text", text == null || text.isBlank() ? null : Like.holding(text.strip()));
        return parameters;
    }

    private ListRow row(ResultSet row, int n) throws SQLException {
        Instant at = row.getObject("at", OffsetDateTime.class).toInstant();
        String unit = row.getString("unit");
        String role = row.getString("role");
        String act = row.getString("act");
        UUID caseId = row.getObject("case_id", UUID.class);
        @Nullable Long item = row.getObject("item", Long.class);
        @Nullable String page = row.getString("page");
        long id = row.getLong("id");
        return new ListRow(
                id,
                page != null ? page : item == null ? caseUrl(row.getString("kind"), caseId) : "/tasks/" + item,
                caseId,
                row.getString("number"),
                row.getString("title"),
                names.subject(row),
                unit,
                role == null ? null : new Post(role, unit).group(),
                act,
                at,
                null,
                null,
                false,
                false,
                false,
                false,
                false,
                false,
                row.getString("absent"),
                null,
                null,
                PageKey.text(at, id));
    }
}
