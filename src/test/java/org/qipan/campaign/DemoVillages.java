package org.qipan.campaign;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;
import org.qipan.campaign.DemoRecords.Coming;
import org.qipan.directory.Post;
import org.qipan.directory.Staff;

/** The nineteen villages and what each has come to: eleven are done, two wait for review, one has work back, five are at it. */
public class DemoVillages {

    public static final String TOWN = DemoVerbs.TOWN;
    public static final List<String> DONE = codes(1, 2, 3, 209, 210, 211, 212, 213, 214, 215, 217);
    public static final List<String> REVIEW = codes(202, 203);
    public static final String RETURNED = code(204);
    public static final List<String> OVERDUE = codes(205, 206);
    public static final String HEAD_OVERDUE = code(207);
    public static final List<String> WORKING = codes(201, 208);

    private final DemoStory story;
    private final DemoVerbs verbs;
    private final DemoRecords records;
    private final Supplier<UUID> campaign;

    /** @param campaign known once the story has come to its opening */
    DemoVillages(DemoStory story, DemoVerbs verbs, DemoRecords records, Supplier<UUID> campaign) {
        this.story = story;
        this.verbs = verbs;
        this.records = records;
        this.campaign = campaign;
    }

    private static String code(int number) {
        return "442000007%03d".formatted(number);
    }

    private static List<String> codes(int... numbers) {
        return java.util.Arrays.stream(numbers).mapToObj(DemoVillages::code).toList();
    }

    public static List<String> all() {
        return java.util.stream.Stream.of(DONE, REVIEW, List.of(RETURNED), OVERDUE, List.of(HEAD_OVERDUE), WORKING)
                .flatMap(List::stream)
                .sorted()
                .toList();
    }

    private Staff worker(String village) {
        return verbs.people.in("village-worker", village);
    }

    private Staff head(String village) {
        return verbs.people.in("village-head", village);
    }

    /** 宣传发动: every village hangs its banners, submits and is accepted. */
    void first() {
        int n = 0;
        for (String village : all()) {
            int turn = n++ % 3;
            coming(records.only(worker(village), post(village), story.day(5, 2), story.day(5, 5), "banner", 2 + turn));
            LocalDate day = story.day(5, 6).plusDays(turn);
            story.at(day, 10, () -> verbs.worked(campaign.get(), 1, village, worker(village)));
            submits(1, village, day, "横幅已悬挂，宣传资料已发放。");
            story.at(day.plusDays(1), 10, () -> verbs.accepted(campaign.get(), 1, village));
        }
    }

    /** 走访服务: as far as it has come. */
    void second() {
        for (int i = 0; i < DONE.size(); i++) {
            String village = DONE.get(i);
            LocalDate last = story.day(6, 6).plusDays(i);
            works(village, last, 22 + 4 * i, 12 + 2 * i);
            finished(village, last.plusDays(1));
            submits(2, village, last.plusDays(2), "走访顺利，居民多问居住证和入学。");
            story.at(last.plusDays(3), 11, () -> verbs.accepted(campaign.get(), 2, village));
        }
        for (int i = 0; i < REVIEW.size(); i++) {
            String village = REVIEW.get(i);
            works(village, story.day(6, 20), 31 - 4 * i, 14 + i);
            finished(village, story.day(6, 21));
            submits(2, village, story.day(6, 22), "已按清单完成，数据由系统统计。");
        }
        works(RETURNED, story.day(6, 15), 26, 13);
        finished(RETURNED, story.day(6, 16));
        submits(2, RETURNED, story.day(6, 17), "已完成。");
        story.at(
                story.day(6, 21),
                9,
                () -> verbs.returned(
                        campaign.get(),
                        2,
                        RETURNED,
                        Map.of(
                                "宣传咨询和健康教育", "讲座人数与签到不符，请核对后更正那一笔。",
                                "网格服务和宣传栏更新", "宣传栏缺服务电话，请补上后再报。")));
        works(OVERDUE.get(0), story.day(6, 22), 12, 7);
        works(OVERDUE.get(1), story.day(6, 22), 9, 5);
        works(HEAD_OVERDUE, story.day(6, 15), 17, 11);
        finished(HEAD_OVERDUE, story.day(6, 16));
        works(WORKING.get(0), story.day(6, 23), 21, 6);
        works(WORKING.get(1), story.day(6, 23), 24, 8);
    }

    private void works(String village, LocalDate last, int rooms, int guided) {
        coming(records.village(worker(village), post(village), story.day(5, 3), last, rooms, guided));
    }

    private void finished(String village, LocalDate day) {
        story.at(day, 17, () -> verbs.worked(campaign.get(), 2, village, worker(village)));
    }

    private void submits(int stage, String village, LocalDate day, String evaluation) {
        story.at(day, 15, () -> verbs.submitted(campaign.get(), stage, village, head(village), evaluation));
    }

    private static Post post(String village) {
        return new Post("village-worker", village);
    }

    void coming(List<Coming> all) {
        all.forEach(one -> story.at(one.day(), 12, () -> records.record(one, campaign.get())));
    }
}
