package org.qipan.problem;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.qipan.casefile.CaseFiles;
import org.qipan.casefile.Exclusions;
import org.qipan.casefile.Vocabulary;
import org.qipan.deadline.Deadlines;
import org.qipan.deadline.ProblemTerms;
import org.qipan.directory.Directory;
import org.qipan.directory.Duty;
import org.qipan.directory.Post;
import org.qipan.directory.Staff;
import org.qipan.file.Files;
import org.qipan.term.TermVersion;
import org.qipan.term.Terms;
import org.qipan.worklist.HeldPosts;
import org.qipan.worklist.Refused;
import org.qipan.worklist.Refused.Reason;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Raises problems, takes them back, and sends them to a level. */
@Service
class Problems {

    private final ProblemTable table;
    private final Origins origins;
    private final HeldPosts posts;
    private final ProblemProcess process;
    private final CaseFiles cases;
    private final Exclusions exclusions;
    private final Files files;
    private final Vocabulary vocabulary;
    private final Terms terms;
    private final Deadlines deadlines;
    private final Directory directory;
    private final Clock clock;

    Problems(
            ProblemTable table,
            Origins origins,
            HeldPosts posts,
            ProblemProcess process,
            CaseFiles cases,
            Exclusions exclusions,
            Files files,
            Vocabulary vocabulary,
            Terms terms,
            Deadlines deadlines,
            Directory directory,
            Clock clock) {
        this.table = table;
        this.origins = origins;
        this.posts = posts;
        this.process = process;
        this.cases = cases;
        this.exclusions = exclusions;
        this.files = files;
        this.vocabulary = vocabulary;
        this.terms = terms;
        this.deadlines = deadlines;
        this.directory = directory;
        this.clock = clock;
    }

    /** @throws Refused naming the fields of form {@code raise-problem} */
    @Transactional
    public UUID raise(Raising raising, Staff by, Post as) {
        List<Reason> broken = new ArrayList<>();
        hint("title", raising.title()).ifPresent(broken::add);
        hint("text", raising.text()).ifPresent(broken::add);
        UUID from = origins.caseOf(raising.origin(), by);
        Optional<Post> direct = posts.above(as.unit(), Duty.WORKER, from);
        if (direct.isEmpty()) {
            broken.add(new Reason(null, "problem.refused.nowhere", List.of()));
        }
        Optional<Post> handler = direct;
        if (raising.skip()) {
            handler = direct.flatMap(next -> posts.above(next.unit(), Duty.WORKER, from));
            if (raising.kind() != ProblemKind.CONDUCT) {
                broken.add(new Reason("skip", "problem.refused.skipKind", List.of()));
            } else if (direct.isPresent() && works(by, direct.get().unit())) {
                broken.add(new Reason("skip", "problem.refused.skipOwn", List.of()));
            } else if (direct.isPresent() && handler.isEmpty()) {
                broken.add(new Reason("skip", "problem.refused.skipTop", List.of()));
            }
        }
        if (!broken.isEmpty()) {
            throw new Refused(broken);
        }
        Post to = handler.orElseThrow();
        UUID id = cases.open("problem", raising.title(), as.unit(), by.id());
        if (from != null) {
            exclusions.copy(from, id);
            exclusions.seal(id, exclusions.sealed(from));
        }
        table.insert(id, raising, by.id(), as);
        if (raising.skip()) {
            exclusions.excludeOnly(id, direct.orElseThrow().unit(), "skipped");
        }
        files.attach(raising.files(), id, by.id());
        cases.record(id, "problem.raised", by.id(), as, null, to(to));
        send(id, to.unit(), raising.urgent());
        process.begin(id, as, to);
        return id;
    }

    /** @throws Refused if it was answered meanwhile, or is somebody else's */
    @Transactional
    public void withdraw(UUID id, @Nullable String reason, Staff by) {
        Problem problem = table.lock(id);
        if (!problem.raisedBy().equals(by.id()) || !problem.pending()) {
            throw new Refused("problem.refused.over");
        }
        hint("reason", reason).ifPresent(found -> {
            throw new Refused(List.of(found));
        });
        cases.record(id, "problem.withdrawn", by.id(), problem.raiser(), reason, Map.of());
        process.withdraw(id);
    }

    /** Whoever works at the level that must not see it would not see it himself. */
    private static boolean works(Staff by, String unit) {
        return by.posts().stream().anyMatch(post -> post.unit().equals(unit));
    }

    /** The unit has it from now on; its clock begins. */
    void send(UUID id, String unit, boolean urgent) {
        TermVersion version = terms.of(ProblemTerms.of(urgent), unit, null);
        table.moveTo(
                id,
                unit,
                version.id(),
                deadlines.term(version.rule(), clock.instant()).due());
    }

    /** Why a free text cannot be kept as it is, for its field; empty if it can. */
    Optional<Reason> hint(String field, @Nullable String text) {
        return vocabulary
                .hint(text)
                .map(found -> new Reason(field, "vocabulary.hint", List.of(found.word(), found.cleaned())));
    }

    /** What the timeline says about where it went. */
    Map<String, String> to(Post post) {
        return Map.of("to", directory.name(post.unit()));
    }
}
