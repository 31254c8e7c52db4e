package org.qipan.problem;

import java.util.UUID;
import org.qipan.casefile.CaseFiles;
import org.springframework.stereotype.Component;

/** What the model calls. Running instances hold on to these names: a method that was released stays. */
@Component("problemSteps")
public class ProblemSteps {

    private final ProblemTable table;
    private final CaseFiles cases;

    ProblemSteps(ProblemTable table, CaseFiles cases) {
        this.table = table;
        this.cases = cases;
    }

    public void closed(String problem) {
        end(problem, "closed");
    }

    public void withdrawn(String problem) {
        end(problem, "withdrawn");
    }

    private void end(String problem, String state) {
        UUID id = UUID.fromString(problem);
        table.rest(id, state);
        cases.close(id);
    }
}
