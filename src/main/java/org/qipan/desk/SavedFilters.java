package org.qipan.desk;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.qipan.casefile.Vocabulary;
import org.qipan.worklist.Refused;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Each person's own filters, in his own order. What is kept are the known fields of the filter; anything else is dropped on the way in. */
@Service
class SavedFilters {

    static final int MOST = 12;
    static final int LONGEST = 20;

    private final JdbcClient jdbc;
    private final ObjectMapper json;
    private final Vocabulary vocabulary;

    SavedFilters(JdbcClient jdbc, ObjectMapper json, Vocabulary vocabulary) {
        this.jdbc = jdbc;
        this.json = json;
        this.vocabulary = vocabulary;
    }

    List<SavedFilter> of(UUID staff) {
        return jdbc.sql("select id, name, filter from saved_filter where staff = :staff order by position, id")
                .param("staff", staff)
                .query(this::row)
                .list();
    }

    /** @throws Refused if the name will not do, is taken by another filter, or there are {@value #MOST} already */
    @Transactional
    public void save(UUID staff, @Nullable String name, ListFilter filter) {
        ListFilter kept = filter.conditions();
        String checked = checked(name);
        List<SavedFilter> mine = locked(staff);
        SavedFilter same = mine.stream()
                .filter(one -> one.name().equals(checked))
                .findFirst()
                .orElse(null);
        if (same != null && same.filter().equals(kept)) {
            return; // sent twice
        }
        if (same != null) {
            throw new Refused("desk.filters.refused.taken", checked);
        }
        if (!kept.narrowed() && !kept.wantsBelow()) {
            throw new Refused("desk.filters.refused.empty");
        }
        if (mine.size() >= MOST) {
            throw new Refused("desk.filters.refused.many", MOST);
        }
        jdbc.sql("""
                        insert into saved_filter (staff, name, filter, position)
                        select :staff, :name, cast(:filter as jsonb), coalesce(max(position), 0) + 1 from saved_filter where staff = :staff
                        """)
                .param("staff", staff)
                .param("name", checked)
                .param("filter", text(kept))
                .update();
    }

    /** @throws Refused if the name will not do or is taken */
    @Transactional
    public void rename(UUID staff, long id, @Nullable String name) {
        String checked = checked(name);
        try {
            jdbc.sql("update saved_filter set name = :name where id = :id and staff = :staff")
                    .param("name", checked)
                    .param("id", id)
                    .param("staff", staff)
                    .update();
        } catch (DuplicateKeyException e) {
            throw new Refused("desk.filters.refused.taken", checked);
        }
    }

    void remove(UUID staff, long id) {
        jdbc.sql("delete from saved_filter where id = :id and staff = :staff")
                .param("id", id)
                .param("staff", staff)
                .update();
    }

    /** Moves a filter one place forward or back; at either end nothing happens. */
    @Transactional
    public void move(UUID staff, long id, boolean forward) {
        List<Long> order = new java.util.ArrayList<>(
                locked(staff).stream().map(SavedFilter::id).toList());
        int at = order.indexOf(id);
        int to = forward ? at - 1 : at + 1;
        if (at < 0 || to < 0 || to >= order.size()) {
            return;
        }
        java.util.Collections.swap(order, at, to);
        jdbc.sql("""
                        update saved_filter f set position = o.place
                        from unnest(cast(:ids as bigint[])) with ordinality o(id, place) where f.id = o.id and f.staff = :staff
                        """)
                .param("ids", order.toArray(Long[]::new))
                .param("staff", staff)
                .update();
    }

    private List<SavedFilter> locked(UUID staff) {
        return jdbc.sql(
                        "select id, name, filter from saved_filter where staff = :staff order by position, id for update")
                .param("staff", staff)
                .query(this::row)
                .list();
    }

    private String checked(@Nullable String name) {
        String stripped = name == null ? "" : name.strip();
        if (stripped.isEmpty() || stripped.codePointCount(0, stripped.length()) > LONGEST) {
            throw new Refused("desk.filters.refused.name", LONGEST);
        }
        vocabulary.check(stripped).ifPresent(finding -> {
            throw new Refused(finding.reason(), finding.word());
        });
        return stripped;
    }

    /** The fields a filter is kept as. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    @JsonIgnoreProperties(ignoreUnknown = true)
    private record Fields(
            @Nullable String scope,
            @Nullable UUID campaign,
            @Nullable String unit,
            @Nullable Long stage,
            @Nullable String lamp,
            @Nullable String text,
            @Nullable Boolean unread) {}

    private String text(ListFilter kept) {
        try {
            return json.writeValueAsString(new Fields(
                    kept.scope(), kept.campaign(), kept.unit(), kept.stage(), kept.lamp(), kept.text(), kept.unread()));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("filter", e);
        }
    }

    private SavedFilter row(ResultSet row, int n) throws SQLException {
        try {
            Fields kept = json.readValue(row.getString("filter"), Fields.class);
            ListFilter filter = new ListFilter(
                    null,
                    kept.scope(),
                    kept.campaign(),
                    kept.unit(),
                    kept.stage(),
                    kept.lamp(),
                    kept.text(),
                    kept.unread(),
                    null,
                    null);
            return new SavedFilter(row.getLong("id"), row.getString("name"), filter.conditions());
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("saved filter " + row.getLong("id"), e);
        }
    }
}
