package org.qipan.advice;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.qipan.casefile.CaseFiles;
import org.qipan.casefile.Said;
import org.qipan.casefile.TimeOrderedId;
import org.qipan.demand.Demands;
import org.qipan.directory.Directory;
import org.qipan.directory.Post;
import org.qipan.directory.Staff;
import org.qipan.directory.Unit;
import org.qipan.remit.ReceivingDesk;
import org.qipan.subject.Subjects;
import org.qipan.worklist.Refused;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** 改进工作、完善政策、给予处分的建议: 信访工作条例 art. 40. Grounded on how many matters there are, never on who brought them. */
@Service
@Transactional
class Advices {

    /** Fewer tell of somebody. */
    static final int LEAST = 5;

    private final AdviceTable table;
    private final Demands demands;
    private final ReceivingDesk desk;
    private final Directory directory;
    private final Subjects subjects;
    private final CaseFiles cases;
    private final Clock clock;

    Advices(
            AdviceTable table,
            Demands demands,
            ReceivingDesk desk,
            Directory directory,
            Subjects subjects,
            CaseFiles cases,
            Clock clock) {
        this.table = table;
        this.demands = demands;
        this.desk = desk;
        this.directory = directory;
        this.subjects = subjects;
        this.cases = cases;
        this.clock = clock;
    }

    /** What is typed; null where it cannot be read. @param subject code, empty for all */
    record Wanted(
            @Nullable Unit to,
            @Nullable AdviceKind kind,
            String subject,
            @Nullable LocalDate from,
            @Nullable LocalDate until,
            String text,
            @Nullable LocalDate answer) {}

    /** The post in which somebody makes recommendations; empty if he makes none. */
    static Optional<Post> office(Staff staff) {
        return staff.posts().stream()
                .filter(post -> post.equals(ReceivingDesk.officer(post.unit())))
                .findFirst();
    }

    /** @throws Refused naming the field; or if there are fewer than five such matters */
    UUID make(Wanted wanted, Staff by) {
        Post as = office(by).orElseThrow(() -> new Refused("advice.refused.right"));
        Unit to = wanted.to();
        AdviceKind kind = wanted.kind();
        LocalDate from = wanted.from();
        LocalDate until = wanted.until();
        if (to == null || to.code().equals(as.unit()) || !directory.covers(as.unit(), to.code())) {
            throw Refused.at("to", "advice.refused.to");
        }
        if (kind == null) {
            throw Refused.at("kind", "demand.refused.empty");
        }
        if (from == null || until == null || until.isBefore(from) || until.isAfter(LocalDate.now(clock))) {
            throw Refused.at("from", "advice.refused.period");
        }
        if (wanted.answer() == null) {
            throw Refused.at("answer", "demand.refused.empty");
        }
        Set<Long> versions = wanted.subject().isEmpty() ? null : subjects.versions(wanted.subject());
        int matters = table.matters(as.unit(), to.code(), versions, from, until);
        if (matters < LEAST) {
            throw Refused.at("from", "advice.refused.few");
        }
        Post post = desk.handler(to.code(), null).orElseThrow(() -> Refused.at("to", "complaint.refused.notHeld"));
        UUID id = TimeOrderedId.next(clock);
        Said title = Said.both(Said.of(kind.key()), to.name());
        cases.open(id, AdvicePage.KIND, title, as.unit(), by.id());
        String number = cases.number(id, AdvicePage.KIND);
        UUID demand = demands.ask(
                new Demands.Asking(
                        id,
                        AdvicePage.KIND,
                        as,
                        post,
                        wanted.answer(),
                        true,
                        Said.both(Said.of(kind.key()), number),
                        wanted.text()),
                by);
        String subject = wanted.subject().isEmpty() ? null : wanted.subject();
        table.insert(new Advice(
                id,
                number,
                cases.get(id).title(),
                demand,
                as.unit(),
                to.code(),
                kind,
                subject,
                from,
                until,
                matters,
                "asked"));
        return id;
    }

    /** Whether somebody may read one: the offices and leaders of its unit, and who works at the addressee. */
    boolean visible(Advice advice, Staff reader) {
        return units(reader).stream().anyMatch(unit -> unit.equals(advice.unit()) || unit.equals(advice.to()));
    }

    static List<String> units(Staff reader) {
        return reader.posts().stream().map(Post::unit).distinct().toList();
    }
}
