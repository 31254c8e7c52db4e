package org.qipan.complaint;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.qipan.desk.Desk;
import org.qipan.directory.AreaRange;
import org.qipan.directory.Post;
import org.qipan.remit.ReceivingDesk;

/**
 * Which matters a person may know of: those on his desk or sent on from it, those a task or a copy of which came to him, and, as a leader
 * or a complaint officer above, those of the area below. A sealed one stays with the desk and with who was given it. Goes into every
 * query, never into a page.
 */
public record ComplaintSight(Desk desk) {

    /** Alias {@code c}; with the parameters of {@link #parameters}. */
    public static final String VISIBLE = """
            ((c.desk = any (:officerAt) or c.forwarder = any (:officerAt)
              or exists (select from work_item w where w.case_id = c.id and w.role || '@' || w.unit = any (:groups))
              or exists (select from work_copy k where k.case_id = c.id and k.role || '@' || k.unit = any (:groups) and (k.opens or not c.sealed))
              or not c.sealed and exists (
                  select from unnest(cast(:froms as bigint[]), cast(:tos as bigint[])) b(low, high) where c.area between b.low and b.high))
             and not case_excluded(c.id, :staff, cast(:exUnits as text[]), cast(:exAreas as bigint[])))""";

    public Map<String, Object> parameters() {
        List<Post> posts = desk.posts();
        List<AreaRange> areas = posts.stream()
                .filter(post -> post.role().endsWith("-leader") || post.role().equals(ReceivingDesk.OFFICER))
                .filter(post -> !post.unit().contains("-"))
                .map(post -> AreaRange.of(post.unit()))
                .toList();
        Map<String, Object> parameters = new LinkedHashMap<>();
        parameters.put("staff", desk.reader().staff());
        parameters.put("officerAt", units(posts));
        parameters.put("groups", posts.stream().map(Post::group).toArray(String[]::new));
        parameters.put("froms", areas.stream().map(AreaRange::from).toArray(Long[]::new));
        parameters.put("tos", areas.stream().map(AreaRange::to).toArray(Long[]::new));
        parameters.put("exUnits", desk.reader().units());
        parameters.put("exAreas", desk.reader().areas());
        return parameters;
    }

    /** Whether he is a complaint officer at the desk that has the matter: only those read the petitioner's own words. */
    boolean atDesk(Complaint complaint) {
        return desk.holds(ReceivingDesk.officer(complaint.desk()));
    }

    private static String[] units(List<Post> posts) {
        return posts.stream()
                .filter(post -> post.role().equals(ReceivingDesk.OFFICER))
                .map(Post::unit)
                .toArray(String[]::new);
    }
}
