package org.qipan.service;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.qipan.directory.Post;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;

/** The kinds of work that can be recorded. */
@Service
public class ServiceCatalogue {

    private static final int FAVOURITES = 6;

    private final JdbcClient jdbc;

    ServiceCatalogue(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** All kinds in use, in the order of the catalogue. */
    public List<ServiceKind> all() {
        return jdbc.sql("""
                        select key, section, unit_of_measure, second_unit, decimals, aggregate_only, office_only, favourite
                        from service_kind where not retired order by position, key
                        """).query(ServiceKind.class).list();
    }

    public Optional<ServiceKind> find(String key) {
        return all().stream().filter(kind -> kind.key().equals(key)).findFirst();
    }

    /** Whether this kind brings staff to people's doors; a kind no longer in use still does where a plan names it. */
    public boolean atTheDoor(String key) {
        return jdbc.sql("select exists (select from service_kind where key = ? and section = 'visit')")
                .param(key)
                .query(Boolean.class)
                .single();
    }

    /** What may be recorded in this post. */
    public List<ServiceKind> in(Post post) {
        return all().stream().filter(kind -> kind.recordedBy(post.role())).toList();
    }

    /** The six this person records most in this post; filled up with the usual ones. */
    List<ServiceKind> favourites(UUID staff, Post post) {
        Map<String, ServiceKind> kinds = new LinkedHashMap<>();
        in(post).forEach(kind -> kinds.put(kind.key(), kind));
        List<String> used =
                jdbc.sql("""
                        select kind from (select kind, id from work_record
                            where recorded_by = :staff and withdrawn_at is null order by day desc, id desc limit 200) recent
                        group by kind order by count(*) desc, max(id) desc
                        """).param("staff", staff).query(String.class).list();
        var keys = new LinkedHashSet<String>();
        Stream.concat(
                        used.stream().filter(kinds::containsKey),
                        kinds.values().stream()
                                .sorted(Comparator.comparing(kind -> !kind.favourite()))
                                .map(ServiceKind::key))
                .limit(200)
                .forEach(keys::add);
        return keys.stream().limit(FAVOURITES).map(kinds::get).toList();
    }
}
