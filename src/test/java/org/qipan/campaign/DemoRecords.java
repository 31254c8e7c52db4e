package org.qipan.campaign;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.qipan.directory.Post;
import org.qipan.directory.Staff;
import org.qipan.service.Entry;
import org.qipan.service.WorkRecords;

/** Work as it is recorded day by day. The seed is fixed, so every copy of the demo has the same figures. */
class DemoRecords {

    private static final List<String> NOTES =
            List.of("说明居住登记在哪里办，留下联系卡", "帮助查询居住证办理材料", "告知预防接种门诊时间", "指引网上办理健康档案", "介绍子女入学咨询电话");

    private final WorkRecords records;
    private final Clock clock;
    private final Random random = new Random(2018);

    DemoRecords(WorkRecords records, Clock clock) {
        this.records = records;
        this.clock = clock;
    }

    /** A record to come: on its day, in the order of days. */
    record Coming(
            LocalDate day,
            Staff by,
            Post as,
            String kind,
            int quantity,
            @Nullable Integer second,
            @Nullable String grid,
            @Nullable String note) {}

    /**
     * A village's work in the second stage.
     *
     * @param rooms rented rooms visited by the last day
     * @param guided people guided by the last day
     */
    List<Coming> village(Staff by, Post as, LocalDate first, LocalDate last, int rooms, int guided) {
        Series series = new Series(by, as, first, last);
        series.total("visit-rental", rooms, 3, 9);
        series.total("consultation", guided, 1, 5);
        series.some("visit-dormitory", 1, 4, 2, 10);
        series.some("visit-shop", 2, 5, 3, 12);
        series.some("visit-market", 0, 1, 1, 1);
        series.some("visit-site", 0, 2, 1, 2);
        series.some("visit-employer", 0, 2, 1, 3);
        series.some("notice", 0, 2, 10, 30);
        series.some("registration-guidance", 1, 3, 1, 5);
        series.some("permit-guidance", 0, 3, 1, 3);
        series.some("leaflet", 3, 5, 20, 80);
        series.some("notice-board", 1, 2, 1, 1);
        series.with("lecture", 1, between(18, 60));
        series.some("data-update", 2, 4, 5, 40);
        series.some("data-duplicate", 0, 2, 1, 6);
        series.some("data-invalid", 0, 1, 1, 4);
        series.some("hardship-aid", 0, 1, 1, 2);
        series.some("problem-found", 0, 1, 1, 2);
        series.some("problem-solved", 0, 1, 1, 1);
        series.some("volunteer", 0, 2, 3, 10);
        return series.made;
    }

    /** What the health centre counts at its counters; the kinds that touch reproduction as bare numbers. */
    List<Coming> institution(Staff by, Post as, LocalDate first, LocalDate last) {
        Series series = new Series(by, as, first, last);
        for (int week = 0; week < 6; week++) {
            int children = between(6, 18);
            series.with("vaccination", children, children + between(0, 9));
        }
        series.some("health-record", 5, 7, 8, 25);
        series.some("health-check", 4, 6, 10, 30);
        series.some("two-cancer-screening", 3, 4, 6, 20);
        series.some("birth-registration-guidance", 3, 5, 2, 9);
        series.some("maternal-record-guidance", 2, 4, 2, 8);
        series.some("preconception-check", 2, 3, 5, 9);
        return series.made;
    }

    /** One kind, in one post, so many times. */
    List<Coming> only(Staff by, Post as, LocalDate first, LocalDate last, String kind, int total) {
        Series series = new Series(by, as, first, last);
        series.total(kind, total, 1, Math.max(1, total / 3));
        return series.made;
    }

    void record(Coming coming, UUID campaign) {
        Integer second = coming.second();
        records.record(
                new Entry(
                        UUID.randomUUID(),
                        coming.as().unit(),
                        coming.kind(),
                        BigDecimal.valueOf(coming.quantity()),
                        second == null ? null : BigDecimal.valueOf(second),
                        coming.day(),
                        coming.grid(),
                        coming.note(),
                        campaign,
                        clock.instant()),
                coming.by(),
                coming.as());
    }

    private int between(int least, int most) {
        return least + random.nextInt(most - least + 1);
    }

    private final class Series {

        private final Staff by;
        private final Post as;
        private final List<LocalDate> days;
        private final List<Coming> made = new ArrayList<>();

        Series(Staff by, Post as, LocalDate first, LocalDate last) {
            this.by = by;
            this.as = as;
            this.days = first.datesUntil(last.plusDays(1))
                    .filter(day -> day.getDayOfWeek() != DayOfWeek.SUNDAY)
                    .toList();
        }

        void total(String kind, int total, int least, int most) {
            for (int left = total; left > 0; ) {
                int now = Math.min(left, between(least, most));
                add(kind, now, null);
                left -= now;
            }
        }

        void some(String kind, int fewest, int times, int least, int most) {
            for (int n = between(fewest, times); n > 0; n--) {
                add(kind, between(least, most), null);
            }
        }

        void with(String kind, int quantity, @Nullable Integer second) {
            add(kind, quantity, second);
        }

        private void add(String kind, int quantity, @Nullable Integer second) {
            LocalDate day = days.get(random.nextInt(days.size()));
            boolean village = as.role().startsWith("village-");
            boolean noted = village && random.nextInt(6) == 0;
            made.add(new Coming(
                    day,
                    by,
                    as,
                    kind,
                    quantity,
                    second,
                    village ? String.valueOf(between(1, 6)) : null,
                    noted ? NOTES.get(random.nextInt(NOTES.size())) : null));
            made.sort(Comparator.comparing(Coming::day));
        }
    }
}
