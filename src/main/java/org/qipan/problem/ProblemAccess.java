package org.qipan.problem;

import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.UUID;
import org.qipan.desk.Desks;
import org.qipan.directory.Post;
import org.qipan.directory.Staff;
import org.qipan.file.FileAccess;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Who may see a problem, and with it what is attached. What a person may not see does not exist for him. */
@Component
class ProblemAccess implements FileAccess {

    /** Whoever was given the task, or a copy to read. */
    private static final String GIVEN = """
            exists (select from work_item w where w.case_id = p.id and w.role || '@' || w.unit = any (:groups))
            or exists (select from work_copy c where c.case_id = p.id and c.role || '@' || c.unit = any (:groups))""";

    private static final String VISIBLE =
            "(" + String.join(" or ", ProblemSight.RAISED, ProblemSight.CAME, ProblemSight.BELOW, GIVEN) + ") and "
                    + ProblemSight.NOT_EXCLUDED;

    private final JdbcClient jdbc;
    private final ProblemTable table;
    private final Desks desks;

    ProblemAccess(JdbcClient jdbc, ProblemTable table, Desks desks) {
        this.jdbc = jdbc;
        this.table = table;
        this.desks = desks;
    }

    /** @throws NoSuchElementException if there is none, or none for this person */
    Problem visible(UUID id, Staff staff) {
        return Optional.of(id)
                .filter(problem -> sees(problem, staff))
                .flatMap(table::find)
                .orElseThrow(() -> new NoSuchElementException("problem " + id));
    }

    /** The open task of a problem that waits for one of the person's posts, empty if none does. */
    Optional<Long> task(UUID id, Staff staff) {
        List<Long> items = jdbc.sql(
                        "select w.id from work_item w where w.case_id = :id and w.state = 'open' and w.role || '@' || w.unit = any (:groups)")
                .param("id", id)
                .param("groups", staff.posts().stream().map(Post::group).toArray(String[]::new))
                .query(Long.class)
                .list();
        return items.stream().findFirst();
    }

    /** Problems met while working on a case, those this person may see, oldest first. */
    @Transactional
    List<Problem> metIn(UUID caseId, Staff staff) {
        return jdbc.sql(ProblemTable.SELECT
                        + " where p.origin = 'item' and p.origin_id in (select i.id from work_item i where i.case_id = :case) and "
                        + VISIBLE + " order by p.id")
                .param("case", caseId)
                .params(ProblemSight.of(desks.of(staff)).parameters())
                .query(table::problem)
                .list();
    }

    @Override
    public boolean mayRead(UUID caseId, UUID file, Staff staff) {
        return sees(caseId, staff);
    }

    private boolean sees(UUID id, Staff staff) {
        return jdbc.sql("select exists (select from problem p where p.id = :id and " + VISIBLE + ")")
                .param("id", id)
                .params(ProblemSight.of(desks.of(staff)).parameters())
                .query(Boolean.class)
                .single();
    }
}
