package org.qipan.followup;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.qipan.casefile.CaseFiles;
import org.qipan.casefile.Said;
import org.qipan.casefile.Vocabulary;
import org.qipan.complaint.AnsweredMatters;
import org.qipan.complaint.Petitioner;
import org.qipan.complaint.Typed;
import org.qipan.deadline.ComplaintTerms;
import org.qipan.deadline.TermRule;
import org.qipan.directory.Post;
import org.qipan.directory.Staff;
import org.qipan.term.Terms;
import org.qipan.vault.Safe;
import org.qipan.worklist.AskedPage;
import org.qipan.worklist.Refused;
import org.qipan.worklist.WorkFacts;
import org.qipan.worklist.WorkItem;
import org.springframework.stereotype.Component;

/** How a follow-up is listed, shown and done at the desk. */
@Component
class FollowUpWork implements AskedPage {

    private static final int MOST = 3;

    private final FollowUpTable table;
    private final AnsweredMatters matters;
    private final Petitioner petitioner;
    private final Terms terms;
    private final CaseFiles cases;
    private final Vocabulary vocabulary;
    private final Safe safe;

    FollowUpWork(
            FollowUpTable table,
            AnsweredMatters matters,
            Petitioner petitioner,
            Terms terms,
            CaseFiles cases,
            Vocabulary vocabulary,
            Safe safe) {
        this.table = table;
        this.matters = matters;
        this.petitioner = petitioner;
        this.terms = terms;
        this.cases = cases;
        this.vocabulary = vocabulary;
        this.safe = safe;
    }

    @Override
    public String kind() {
        return FollowUps.PROCESS;
    }

    @Override
    public WorkFacts facts(String process, String key, String ref) {
        FollowUp one = one(ref);
        return new WorkFacts(
                one.complaint(),
                Said.of("followup.subject"),
                null,
                one.due(),
                one.started(),
                false,
                false,
                false,
                false,
                false);
    }

    @Override
    public TermRule rule(WorkItem item) {
        return terms.kept(one(item.ref()).term(), ComplaintTerms.FOLLOW_UP);
    }

    @Override
    public Panel panel(WorkItem item, Staff by) {
        FollowUp one = one(item.ref());
        return new Panel(
                "followup/_call :: call", Map.of("followup", one, "left", MOST - one.tries(), "about", item.title()));
    }

    @Override
    public Map<String, Object> completing(WorkItem item, Map<String, Object> values, Staff by, Post as) {
        FollowUp one = table.lock(UUID.fromString(item.ref()));
        if (!one.open()) {
            throw new Refused("followup.refused.over");
        }
        Typed typed = new Typed(values, vocabulary);
        if (matters.writers(one.complaint()).contains(by.id())) {
            typed.refuse(null, "followup.refused.own");
        }
        typed.check();
        return switch (typed.choice("result")) {
            case "reached" -> reached(one, typed, by, as);
            case "declined" -> ended(one, "declined", null, by, as);
            default -> tried(one, by, as);
        };
    }

    private Map<String, Object> tried(FollowUp one, Staff by, Post as) {
        table.tried(one.id());
        if (one.tries() + 1 >= MOST) {
            return ended(one, "unreached", null, by, as);
        }
        cases.record(one.complaint(), "followup.tried", by.id(), as, null, Map.of());
        return Map.of("outcome", "again");
    }

    /** Three questions, each for itself. The grade is not asked for: only the petitioner gives one, with his code. */
    private Map<String, Object> reached(FollowUp one, Typed typed, Staff by, Post as) {
        for (String question : List.of("solved", "polite", "lawful")) {
            if (typed.choice(question).isEmpty()) {
                typed.refuse(question, "complaint.refused.empty");
            }
        }
        String said = typed.text("said");
        typed.check();
        var answers = new FollowUpTable.Answers(yes(typed, "solved"), yes(typed, "polite"), yes(typed, "lawful"));
        if (said != null) {
            safe.put(one.complaint(), "follow-up", said);
        }
        Map<String, Object> done = ended(one, "reached", answers, by, as);
        Set<String> why = why(answers);
        if (!why.isEmpty()) {
            petitioner.unhappy(one.complaint(), why, said);
        }
        return done;
    }

    private static boolean yes(Typed typed, String question) {
        return typed.choice(question).equals("yes");
    }

    private static Set<String> why(FollowUpTable.Answers answers) {
        Set<String> why = new HashSet<>();
        if (!answers.solved()) {
            why.add("unsolved");
        }
        if (!answers.polite()) {
            why.add("rude");
        }
        if (!answers.lawful()) {
            why.add("law");
        }
        return why;
    }

    private Map<String, Object> ended(
            FollowUp one, String state, FollowUpTable.@Nullable Answers answers, Staff by, Post as) {
        table.end(one.id(), state, answers);
        cases.record(one.complaint(), "followup." + state, by.id(), as, null, Map.of());
        return Map.of("outcome", "over");
    }

    private FollowUp one(String ref) {
        return table.find(UUID.fromString(ref)).orElseThrow();
    }
}
