package org.qipan.problem;

import java.util.List;
import org.qipan.desk.Desks;
import org.qipan.directory.Staff;
import org.qipan.worklist.CaseSearch;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Problems by title. */
@Component
class ProblemSearch implements CaseSearch {

    private final JdbcClient jdbc;
    private final Desks desks;

    ProblemSearch(JdbcClient jdbc, Desks desks) {
        this.jdbc = jdbc;
        this.desks = desks;
    }

    @Override
    public List<Found> find(String text, Staff reader, int limit) {
        return jdbc.sql("select 'problem' as kind, f.title, f.number, '/problems/' || p.id as url"
                        + " from problem p join case_file f on f.id = p.id where strpos(lower(f.title), lower(:text)) > 0 and ("
                        + String.join(" or ", ProblemSight.RAISED, ProblemSight.CAME, ProblemSight.BELOW) + ") and "
                        + ProblemSight.NOT_EXCLUDED + " order by p.id desc limit :limit")
                .params(ProblemSight.of(desks.of(reader)).parameters())
                .param("text", text)
                .param("limit", limit)
                .query(Found.class)
                .list();
    }
}
