package org.qipan.reception;

import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.qipan.casefile.CaseFiles;
import org.qipan.casefile.Said;
import org.qipan.casefile.TimeOrderedId;
import org.qipan.complaint.KnownMatters;
import org.qipan.demand.Demands;
import org.qipan.directory.Post;
import org.qipan.directory.Staff;
import org.qipan.remit.KnownMatter;
import org.qipan.vault.Safe;
import org.qipan.worklist.Copies;
import org.qipan.worklist.HeldPosts;
import org.qipan.worklist.Refused;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** 领导接访: days are planned, matters put on them by the petitioner's wish, and what was said is noted (信访工作条例 art. 18). */
@Service
@Transactional
class Receptions {

    private final ReceptionTable table;
    private final ReceptionPosts posts;
    private final Demands demands;
    private final KnownMatters matters;
    private final HeldPosts held;
    private final CaseFiles cases;
    private final Copies copies;
    private final Safe safe;
    private final Clock clock;

    Receptions(
            ReceptionTable table,
            ReceptionPosts posts,
            Demands demands,
            KnownMatters matters,
            HeldPosts held,
            CaseFiles cases,
            Copies copies,
            Safe safe,
            Clock clock) {
        this.table = table;
        this.posts = posts;
        this.demands = demands;
        this.matters = matters;
        this.held = held;
        this.cases = cases;
        this.copies = copies;
        this.safe = safe;
        this.clock = clock;
    }

    /** What is typed to plan a day; null where it cannot be read. */
    record Planned(
            @Nullable LocalDate day,
            @Nullable LocalTime opens,
            @Nullable LocalTime closes,
            String place,
            int slots) {}

    /** What is noted of a visit. @param asked what the handling unit is to do, empty for nothing */
    record Note(
            @Nullable Boolean came,
            String said,
            String asked,
            @Nullable LocalDate until) {}

    /** @throws Refused naming the field, or if he plans no days */
    UUID plan(Planned planned, Staff by) {
        Post leader = posts.planned(by).orElseThrow(() -> new Refused("reception.refused.right"));
        LocalDate day = planned.day();
        LocalTime opens = planned.opens();
        LocalTime closes = planned.closes();
        if (day == null || day.isBefore(LocalDate.now(clock))) {
            throw Refused.at("day", "reception.refused.day");
        }
        if (opens == null || closes == null || !closes.isAfter(opens)) {
            throw Refused.at("opens", "reception.refused.hours");
        }
        if (planned.place().isBlank() || planned.place().length() > 200) {
            throw Refused.at("place", "reception.refused.place");
        }
        if (planned.slots() < 1 || planned.slots() > 50) {
            throw Refused.at("slots", "reception.refused.slots");
        }
        UUID id = TimeOrderedId.next(clock);
        table.plan(
                new ReceptionDay(id, leader, day, opens, closes, planned.place().strip(), planned.slots(), 0, null),
                by.id());
        return id;
    }

    /** 取消: petitioners who were not received yet read of it, as the day is gone from their page. */
    void cancel(UUID id, Staff by, String why) {
        ReceptionDay day = table.lock(id)
                .filter(found -> posts.works(found, by))
                .orElseThrow(() -> new Refused("reception.refused.right"));
        Demands.text("why", why, true);
        if (day.cancelled() != null || day.day().isBefore(LocalDate.now(clock))) {
            throw new Refused("demand.refused.over");
        }
        table.cancel(id, why.strip());
        table.ofDay(id).stream()
                .filter(visit -> visit.came() == null)
                .forEach(visit -> cases.record(
                        visit.complaint(), "reception-cancelled", by.id(), posts.acting(day, by), null, Map.of()));
    }

    /** Puts a matter on a day of the desk's own leader. @param wished the petitioner wishes it */
    void put(KnownMatter matter, UUID id, boolean wished, Staff by) {
        ReceptionDay day = table.lock(id).orElseThrow(() -> Refused.at("day", "reception.refused.day"));
        if (!matters.atDesk(matter, by) || !day.leader().unit().equals(matter.desk()) || matter.sealed()) {
            throw new Refused(matter.sealed() ? "reception.refused.sealed" : "reception.refused.right");
        }
        if (!wished) {
            throw Refused.at("wished", "reception.refused.wished");
        }
        if (!day.free(LocalDate.now(clock))) {
            throw Refused.at("day", "reception.refused.full");
        }
        if (!held.held(day.leader(), matter.id())) {
            throw Refused.at("day", "reception.refused.conflict");
        }
        if (table.ofMatter(matter.id()).stream()
                .anyMatch(visit -> visit.came() == null && !visit.on().isBefore(LocalDate.now(clock)))) {
            throw Refused.at("day", "reception.refused.already");
        }
        table.put(TimeOrderedId.next(clock), id, matter.id(), by.id());
        String on = day.day().toString();
        cases.record(matter.id(), "reception-put", by.id(), posts.officer(day), null, Map.of("day", on));
        copies.tell(matter.id(), Said.both(Said.of("reception.copy"), on), "reception", day.leader());
    }

    /** What was said, in neutral words, and what is to be done after it. */
    void note(UUID id, Note note, Staff by) {
        Visit visit = table.lockVisit(id)
                .filter(one -> one.came() == null)
                .orElseThrow(() -> new Refused("demand.refused.over"));
        ReceptionDay day = table.find(visit.day()).orElseThrow();
        KnownMatter matter = matters.find(visit.complaint(), by)
                .filter(found -> posts.works(day, by))
                .orElseThrow(() -> new Refused("reception.refused.right"));
        Boolean came = note.came();
        if (came == null) {
            throw Refused.at("came", "demand.refused.empty");
        }
        if (day.day().isAfter(LocalDate.now(clock))) {
            throw new Refused("reception.refused.early");
        }
        Demands.text("said", note.said(), came);
        Post as = posts.acting(day, by);
        table.note(id, came, by.id(), followup(matter, note, as, by));
        String said = note.said().strip();
        if (matter.sealed() && !said.isEmpty()) {
            safe.put(matter.id(), field(visit), said);
        }
        String remark = matter.sealed() || said.isEmpty() ? null : said;
        cases.record(matter.id(), came ? "reception-said" : "reception-absent", by.id(), as, remark, Map.of());
    }

    private @Nullable UUID followup(KnownMatter matter, Note note, Post as, Staff by) {
        if (note.asked().isBlank()) {
            return null;
        }
        LocalDate until = note.until();
        if (until == null) {
            throw Refused.at("until", "demand.refused.empty");
        }
        return demands.ask(
                new Demands.Asking(
                        matter.id(), "followup", as, matters.handler(matter), until, true, null, note.asked()),
                by);
    }

    /** What was said about a sealed matter, for those who work on the day. */
    Optional<String> said(Visit visit) {
        return safe.open(visit.complaint(), field(visit));
    }

    private static String field(Visit visit) {
        return "visit-" + visit.id().toString().replace("-", "");
    }
}
