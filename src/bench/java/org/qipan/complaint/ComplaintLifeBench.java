package org.qipan.complaint;

import java.time.LocalDate;
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
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.qipan.Bench;
import org.qipan.Country;
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
 * it; with so many stored before ({@code -Dqipan.bench.stored}). Without receipts, whose hash is slow on purpose.
 */
@Bench
@Tag("complaint-life")
class ComplaintLifeBench {

    private static final int AT_A_TIME = 4;
    private static final int LIVES = Integer.getInteger("qipan.bench.lives", 2000);
    private static final String OFFICE = Country.TOWNSHIP + "-03";

    static IntStream stored() {
        return Stream.of(System.getProperty("qipan.bench.stored", "0,100000,1000000")
                        .split(","))
                .mapToInt(Integer::parseInt);
    }

    @ParameterizedTest
    @MethodSource("stored")
    void lives(int stored) throws Exception {
        try (Installation qipan = new Installation()) {
            Country.found(qipan.jdbc);
            office(qipan.jdbc);
            StoredComplaints.fill(qipan.jdbc, stored, Map.of());
            Lives lives = new Lives(qipan);
            at(lives, LIVES);
            double took = Figures.once(() -> at(lives, LIVES));
            Figures.add(
                    "lives of complaints with %,d stored".formatted(stored),
                    "%.1f a second".formatted(LIVES * 1000 / took),
                    "≥ 40 a second, 1 M within 20 % of none");
        }
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
