package org.qipan.problem;

import org.qipan.deadline.ProblemTerms;
import org.qipan.deadline.TermRule;
import org.qipan.term.Terms;
import org.springframework.stereotype.Component;

/** The rule the clock of a problem was set by. */
@Component
class ProblemClock {

    private final Terms terms;

    ProblemClock(Terms terms) {
        this.terms = terms;
    }

    TermRule rule(Problem problem) {
        TermRule standard = ProblemTerms.of(problem.urgent());
        Long version = problem.term();
        return version == null ? standard : terms.kept(version, standard);
    }
}
