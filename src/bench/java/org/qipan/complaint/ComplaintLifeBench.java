package org.qipan.complaint;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.qipan.Bench;
import org.qipan.Country;
import org.qipan.Duel;
import org.qipan.Figures;
import org.qipan.Installation;
import org.qipan.directory.Post;
import org.qipan.directory.Staff;
import org.qipan.filing.Filing;
import org.qipan.filing.Mode;
import org.qipan.ledger.StoredComplaints;
import org.qipan.task.Finish;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Whole lives of matters, several at a time: taken down by an officer, sorted, answered, signed, served and rated, each step as its page does
 * it; with so many stored before ({@code -Dqipan.bench.stored}), by turns. Without receipts, whose hash is slow on purpose.
 */
@Bench
@Tag("complaint-life")
class ComplaintLifeBench {

    private static final int AT_A_TIME = 4;
    private static final int BLOCK = 150;
    private static final int WARM = 1_000;
    private static final String OFFICE = Country.TOWNSHIP + "-03";

    @Test
    void lives() throws Exception {
        int[] stored = Stream.of(System.getProperty("qipan.bench.stored", "0,100000,1000000")
                        .split(","))
                .mapToInt(Integer::parseInt)
                .toArray();
        List<Installation> open = new ArrayList<>();
        try {
            Duel duel = new Duel(1);
            for (int many : stored) {
                Installation qipan = new Installation();
                open.add(qipan);
                Lives lives = among(many, qipan);
                duel.way(name(many), () -> at(lives, BLOCK));
            }
            tell(duel.run(), stored);
        } finally {
            open.forEach(Installation::close);
        }
    }

    private static Lives among(int stored, Installation qipan) throws Exception {
        Country.found(qipan.jdbc);
        office(qipan.jdbc);
        StoredComplaints.fill(qipan.jdbc, stored, Map.of());
        Lives lives = new Lives(qipan);
        at(lives, WARM);
        // Where nothing was stored, the tables were empty when their statements were planned.
        qipan.jdbc.sql("analyze").update();
        return lives;
    }

    private static void tell(Duel.Result result, int[] stored) {
        for (int many : stored) {
            double rate = BLOCK * 1000 / result.median(name(many));
            Figures.add("lives of complaints with " + name(many), "%.1f a second".formatted(rate), "≥ 40 a second");
        }
        for (int i = 1; i < stored.length; i++) {
            double[] ratio = result.ratio(name(stored[i]), name(stored[0]));
            Figures.add(
                    "a life with %s takes, as against %s".formatted(name(stored[i]), name(stored[0])),
                    "%.2f times as long (%.2f to %.2f)".formatted(ratio[0], ratio[1], ratio[2]),
                    "1 M ≤ 1.25");
        }
    }

    private static String name(int stored) {
        return "%,d stored".formatted(stored);
    }

    private static void at(Lives lives, int many) throws Exception {
        ExecutorService people = Executors.newFixedThreadPool(AT_A_TIME);
        try {
            List<Future<?>> living = IntStream.range(0, many)
                    .<Future<?>>mapToObj(n -> people.submit(lives::one))
                    .toList();
            for (Future<?> one : living) {
                one.get();
            }
        } finally {
            people.shutdown();
        }
    }

    private static void office(JdbcClient jdbc) {
        jdbc.sql("""
                with made as (insert into unit (code, kind, parent, area, valid_from)
                    values (:office, 'department', :town, cast(:town as bigint), date '2009-01-01'))
                insert into unit_name (unit, valid_from, official, short, name, initials, pinyin)
                values (:office, date '2009-01-01', '办公室', '办公室', '办公室', 'bgs', 'bangongshi')""").param("office", OFFICE).param("town", Country.TOWNSHIP).update();
        jdbc.sql("""
                insert into post (unit, role) values (:office, 'department-officer'), (:town, 'complaint-officer')
                on conflict do nothing""").param("office", OFFICE).param("town", Country.TOWNSHIP).update();
    }

    /** The people, and what each does. */
    private static final class Lives {

        private final Complaints complaints;
        private final Petitioner petitioner;
        private final Finish finish;
        private final JdbcClient jdbc;
        private final Staff officer;
        private final Staff handler;
        private final Staff leader;

        Lives(Installation qipan) {
            complaints = qipan.bean(Complaints.class);
            petitioner = qipan.bean(Petitioner.class);
            jdbc = qipan.jdbc;
            finish = new Finish(qipan);
            officer = qipan.employ("complaint-officer", Country.TOWNSHIP);
            handler = qipan.employ("department-officer", OFFICE);
            leader = qipan.employ("township-leader", Country.TOWNSHIP);
        }

        void one() {
            Post desk = officer.posts().get(0);
            Filing filing = Matter.of(Mode.NAMED, Country.VILLAGE, null, Matter.WANG, true);
            UUID id = complaints.file(filing, officer, desk);
            does(
                    id,
                    ComplaintProcess.SORT,
                    officer,
                    Map.of(
                            "kind",
                            "complaint",
                            "title",
                            "租房押金不退",
                            "digest",
                            "租客反映押金未按约定退还。",
                            "route",
                            "petition",
                            "lead",
                            OFFICE,
                            "reason",
                            "已受理，由有权单位办理。"));
            does(
                    id,
                    ComplaintProcess.HANDLE,
                    handler,
                    Map.of(
                            "decision",
                            "opinion",
                            "verdict",
                            "explain",
                            "facts",
                            "双方有书面租约。",
                            "opinion",
                            "已向双方说明。",
                            "basis",
                            "民法典第七百三十三条"));
            does(id, ComplaintProcess.SIGN, leader, Map.of("decision", "signed"));
            does(
                    id,
                    ComplaintProcess.SERVE,
                    officer,
                    Map.of("how", "electronic", "servedOn", LocalDate.now().toString()));
            petitioner.rate(id, 4, Set.of(), null);
        }

        private void does(UUID id, String key, Staff by, Map<String, Object> values) {
            long item = jdbc.sql("select id from work_item where ref = ? and key = ? and state = 'open'")
                    .params(id.toString(), key)
                    .query(Long.class)
                    .single();
            finish.read(item, by, values).run();
        }
    }
}
