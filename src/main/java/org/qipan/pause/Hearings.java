package org.qipan.pause;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.qipan.casefile.CaseEnded;
import org.qipan.casefile.CaseFiles;
import org.qipan.casefile.Said;
import org.qipan.casefile.TimeOrderedId;
import org.qipan.casefile.Vocabulary;
import org.qipan.complaint.Standstill;
import org.qipan.deadline.Pause;
import org.qipan.task.ActBook;
import org.qipan.task.Seen;
import org.qipan.worklist.Refused;
import org.qipan.worklist.Refused.Reason;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * 听证 in the handling of a petition (信访工作条例 art. 31 (6)). Its days, the first and the last with them, are left out of the term, as art. 36
 * has it for the final review. An anonymous petitioner cannot be heard in a room.
 */
@Service
@Transactional
class Hearings {

    static final int PLACE = 100;
    static final int SUBJECT = 500;
    static final int INVITED = 300;
    static final int RECORD = 4000;
    private static final int LATEST_DAYS = 60;
    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

    private final HearingTable table;
    private final Standstill standstill;
    private final ActBook book;
    private final Vocabulary vocabulary;
    private final CaseFiles cases;
    private final Clock clock;

    Hearings(
            HearingTable table,
            Standstill standstill,
            ActBook book,
            Vocabulary vocabulary,
            CaseFiles cases,
            Clock clock) {
        this.table = table;
        this.standstill = standstill;
        this.book = book;
        this.vocabulary = vocabulary;
        this.cases = cases;
        this.clock = clock;
    }

    /** What was typed to announce one. */
    record Announced(@Nullable LocalDate day, String place, String subject, String invited) {}

    /** @throws Refused naming the fields {@code day}, {@code place}, {@code subject}, {@code invited} */
    public void announce(Seen seen, Announced typed) {
        Standstill.Matter matter = matter(seen);
        if (matter.standing() || open(matter) != null) {
            throw new Refused("pause.refused.now");
        }
        LocalDate today = LocalDate.now(clock);
        List<Reason> broken = new ArrayList<>();
        LocalDate day = typed.day();
        if (day == null || day.isBefore(today) || day.isAfter(today.plusDays(LATEST_DAYS))) {
            broken.add(new Reason("day", "pause.refused.day", List.of(LATEST_DAYS)));
        }
        text(broken, "place", typed.place(), PLACE);
        text(broken, "subject", typed.subject(), SUBJECT);
        text(broken, "invited", typed.invited(), INVITED);
        if (!broken.isEmpty() || day == null) {
            throw new Refused(broken);
        }
        table.insert(
                new Hearing(
                        TimeOrderedId.next(clock),
                        matter.id(),
                        day,
                        typed.place(),
                        typed.subject(),
                        typed.invited(),
                        "announced",
                        null,
                        null,
                        null),
                seen.by().id());
        book.write(seen, "hearing-announced", null, Map.of("day", day.toString()));
    }

    /** It was held: its days are left out of the term. @throws Refused naming {@code first}, {@code last}, {@code record} */
    public void hold(Seen seen, @Nullable LocalDate first, @Nullable LocalDate last, String record) {
        Standstill.Matter matter = matter(seen);
        Hearing one = announced(matter);
        List<Reason> broken = new ArrayList<>();
        text(broken, "record", record, RECORD);
        // What was before its announced day is no part of it: nobody gives himself back days that he has used.
        LocalDate began = one.day();
        if (first == null || first.isBefore(began)) {
            broken.add(new Reason("first", "pause.refused.days", List.of(began.toString())));
        } else if (last == null || last.isBefore(first) || last.isAfter(LocalDate.now(clock))) {
            broken.add(new Reason("last", "pause.refused.days", List.of(began.toString())));
        }
        if (!broken.isEmpty() || first == null || last == null) {
            throw new Refused(broken);
        }
        if (!table.end(one, "held", first, last, Said.typed(record))) {
            throw new Refused("pause.refused.over");
        }
        if (standstill
                .leaveOut(matter.id(), new Pause(start(first), start(last.plusDays(1))))
                .isEmpty()) {
            throw Refused.at("first", "pause.refused.twice");
        }
        book.write(seen, "hearing-held", null, Map.of("days", first + " – " + last));
    }

    /** 取消听证. @throws Refused naming {@code record} where no reason is given */
    public void callOff(Seen seen, String reason) {
        Hearing one = announced(matter(seen));
        List<Reason> broken = new ArrayList<>();
        text(broken, "record", reason, RECORD);
        if (!broken.isEmpty()) {
            throw new Refused(broken);
        }
        if (!table.end(one, "off", null, null, Said.typed(reason))) {
            throw new Refused("pause.refused.over");
        }
        book.write(seen, "hearing-off", null, Map.of());
    }

    /** Nobody is heard about a matter that is over. */
    @EventListener
    public void on(CaseEnded ended) {
        table.of(ended.caseId()).stream().filter(Hearing::announced).forEach(one -> {
            table.end(one, "off", null, null, ended.why());
            cases.record(ended.caseId(), "hearing-off", null, null, null, Map.of("why", ended.why()));
        });
    }

    private Standstill.Matter matter(Seen seen) {
        Standstill.Matter matter = standstill.lock(seen.item().caseId());
        if (!may(seen, matter)) {
            throw new Refused("pause.refused.hearing");
        }
        return matter;
    }

    /** Whether there can be one: a named or confidential petition that is being handled. */
    static boolean may(Seen seen, Standstill.Matter matter) {
        return Suspensions.mayAsk(seen) && matter.handling() && matter.petition() && !matter.sealed();
    }

    private Hearing announced(Standstill.Matter matter) {
        Hearing one = open(matter);
        if (one == null) {
            throw new Refused("pause.refused.over");
        }
        return one;
    }

    private @Nullable Hearing open(Standstill.Matter matter) {
        return table.of(matter.id()).stream()
                .filter(Hearing::announced)
                .findFirst()
                .orElse(null);
    }

    private void text(List<Reason> broken, String field, String text, int most) {
        if (text.isEmpty() || text.length() > most) {
            broken.add(new Reason(field, "pause.refused.text", List.of(most)));
        }
        vocabulary
                .hint(text)
                .ifPresent(found ->
                        broken.add(new Reason(field, "vocabulary.hint", List.of(found.word(), found.cleaned()))));
    }

    private static Instant start(LocalDate day) {
        return day.atStartOfDay(ZONE).toInstant();
    }
}
