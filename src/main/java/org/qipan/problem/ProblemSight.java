package org.qipan.problem;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.qipan.casefile.Exclusions.Reader;
import org.qipan.desk.Desk;
import org.qipan.directory.AreaRange;
import org.qipan.directory.Post;

/**
 * Which problems a person may know of: those of his unit, those that came to it, and those from below where his posts look down. What is
 * about conduct stays with the post that raised it and with whoever got it. Goes into every query, never into a page.
 */
record ProblemSight(List<Post> posts, List<AreaRange> below, Reader reader) {

    /** Raised by himself or in his unit; alias {@code p}. */
    static final String RAISED = """
            (p.raised_by = :staff
             or p.unit = any (:units) and (p.kind <> 'conduct' or p.role || '@' || p.unit = any (:groups)))""";

    /** Came to a unit of his. */
    static final String CAME = "exists (select from problem_unit u where u.problem = p.id and u.unit = any (:units))";

    /** Raised below an area he looks down on. */
    static final String BELOW = """
            (p.unit <> all (:units) and exists (
                select from unnest(cast(:froms as bigint[]), cast(:tos as bigint[])) b(low, high) where p.area between b.low and b.high))""";

    /** Subtracts what he must not know. */
    static final String NOT_EXCLUDED =
            "not case_excluded(p.id, :staff, cast(:exUnits as text[]), cast(:exAreas as bigint[]))";

    static ProblemSight of(Desk desk) {
        return new ProblemSight(
                desk.posts(),
                desk.below().stream()
                        .map(area -> AreaRange.of("%012d".formatted(area)))
                        .toList(),
                desk.reader());
    }

    Map<String, Object> parameters() {
        Map<String, Object> parameters = new LinkedHashMap<>();
        parameters.put("staff", reader.staff());
        parameters.put("units", posts.stream().map(Post::unit).toArray(String[]::new));
        parameters.put("groups", posts.stream().map(Post::group).toArray(String[]::new));
        parameters.put("froms", below.stream().map(AreaRange::from).toArray(Long[]::new));
        parameters.put("tos", below.stream().map(AreaRange::to).toArray(Long[]::new));
        parameters.put("exUnits", reader.units());
        parameters.put("exAreas", reader.areas());
        return parameters;
    }
}
