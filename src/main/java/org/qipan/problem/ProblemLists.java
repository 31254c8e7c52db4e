package org.qipan.problem;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** Problems side by side, newest first; the ids are made in the order of time. */
@Repository
class ProblemLists {

    private final JdbcClient jdbc;
    private final ProblemTable table;

    ProblemLists(JdbcClient jdbc, ProblemTable table) {
        this.jdbc = jdbc;
        this.table = table;
    }

    /** @param next the last row, where the next page begins; null on the last page */
    record Page(List<Problem> problems, @Nullable UUID next) {}

    @Transactional
    public Page page(ProblemFilter filter, ProblemSight sight, int size) {
        var statement = jdbc.sql(ProblemTable.SELECT + " where " + filter.condition() + " and "
                        + ProblemSight.NOT_EXCLUDED + " order by p.id desc limit :limit")
                .params(sight.parameters())
                .param("limit", size + 1);
        UUID before = filter.before();
        List<Problem> found = (before == null ? statement : statement.param("before", before))
                .query(table::problem)
                .list();
        return found.size() <= size
                ? new Page(found, null)
                : new Page(
                        List.copyOf(found.subList(0, size)), found.get(size - 1).id());
    }
}
