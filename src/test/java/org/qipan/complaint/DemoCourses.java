package org.qipan.complaint;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.qipan.campaign.DemoActs;
import org.qipan.campaign.DemoStory;
import org.qipan.directory.Staff;
import org.qipan.filing.Channel;
import org.qipan.filing.Filing;
import org.qipan.filing.Mode;

/** Matters of the demo that took an uncommon way: several in one, one of several, sealed, sent on, sent back, taken back. */
public class DemoCourses {

    private static final String TOWN = "442000007000";
    private static final String CITY = "442000000000";

    private final DemoComplaints complaints;
    private final Bundles bundles;
    private final Petitioner petitioner;
    private final DemoActs acts;

    DemoCourses(DemoComplaints complaints, Bundles bundles, Petitioner petitioner, DemoActs acts) {
        this.complaints = complaints;
        this.bundles = bundles;
        this.petitioner = petitioner;
        this.acts = acts;
    }

    /** @param today the day on which the demo is looked at */
    public void in(DemoStory story, LocalDate today) {
        split(story, today.minusDays(31));
        merged(story, today.minusDays(24));
        accusations(story, today);
        sentOn(story, today);
        others(story, today);
    }

    private Staff officer() {
        return acts.officer(TOWN);
    }

    private void sort(UUID id, String kind, String route, @Nullable String lead, String title, String digest) {
        acts.sorts(
                id,
                "kind",
                kind,
                "route",
                route,
                "title",
                title,
                "digest",
                digest,
                lead == null ? "reason" : "lead",
                lead == null ? "此事项由有权机关依法处理，已告知受理单位和办法。" : lead);
    }

    /** A letter about wages, school and a staircase. */
    private void split(DemoStory story, LocalDate day) {
        UUID[] letter = new UUID[1];
        story.at(
                day,
                9,
                () -> letter[0] = complaints.filed(
                        filing(
                                Channel.LETTER,
                                41,
                                "第一，厂里扣了我半个月工资；第二，女儿转学没有学位；第三，出租屋楼梯没有扶手，老人摔过一次。请一并解决。",
                                "442000007203",
                                null,
                                1),
                        officer()));
        story.at(day.plusDays(1), 10, () -> {
            List<UUID> parts = bundles.split(letter[0], 2, officer());
            sort(letter[0], "complaint", "duty", TOWN + "-01", "扣发半月工资", "来信反映用人单位扣发半个月工资。");
            sort(parts.get(0), "complaint", "petition", TOWN + "-08", "转学学位", "来信反映子女转学没有学位。");
            sort(parts.get(1), "complaint", "duty", TOWN + "-06", "出租屋楼梯无扶手", "来信反映出租屋楼梯没有扶手。");
        });
    }

    /** Three neighbours write about one workshop: one matter, three answers. */
    private void merged(DemoStory story, LocalDate day) {
        UUID[] ids = new UUID[3];
        String[] words = {"楼下五金加工间晚上十点还在切割，声音很大。", "五金加工间切割声太吵，孩子睡不着。", "隔壁切割铁件，夜里震得窗户响。"};
        for (int i = 0; i < 3; i++) {
            int no = i;
            story.at(day.plusDays(i), 21, () -> ids[no] = complaints.web(51 + no, words[no], "442000007202"));
        }
        story.at(day.plusDays(3), 9, () -> {
            bundles.merge(ids[1], ids[0], officer());
            bundles.merge(ids[2], ids[0], officer());
            sort(ids[0], "complaint", "petition", TOWN + "-10", "五金加工间夜间噪声", "三名住户反映五金加工间夜间切割噪声。");
        });
    }

    /** 举报: one handed over, one that waits to be; its own officers know nothing of it. */
    private void accusations(DemoStory story, LocalDate today) {
        for (int no = 0; no < 2; no++) {
            LocalDate day = today.minusDays(no == 0 ? 90 : 17);
            String village = no == 0 ? "442000007213" : "442000007214";
            String words = no == 0 ? "办证时有人暗示要给好处费才办得快。" : "困难补助名单里有工作人员自己的亲戚。";
            int contact = 61 + no;
            boolean over = no == 0;
            UUID[] id = new UUID[1];
            story.at(
                    day,
                    20,
                    () -> id[0] = complaints.filed(
                            new Filing(
                                    Channel.WEB,
                                    Mode.CONFIDENTIAL,
                                    words,
                                    village,
                                    village,
                                    null,
                                    List.of(),
                                    null,
                                    complaints.contact(contact),
                                    true,
                                    List.of(),
                                    null,
                                    null,
                                    1),
                            null));
            story.at(day.plusDays(1), 9, () -> sort(id[0], "report", "sealed", null, "检举控告", "反映工作人员履职问题，依规移送。"));
            story.at(day.plusDays(2), 9, () -> served(id[0], day.plusDays(2)));
            if (over) {
                story.at(day.plusDays(4), 9, () -> complaints.handOver(id[0], day.plusDays(4), officer()));
            }
        }
    }

    private void served(UUID id, LocalDate on) {
        acts.does(id, ComplaintProcess.SERVE, "how", "electronic", "servedOn", on.toString(), "proof", "");
    }

    /** 交办 and 转送 of the city: one at work, one not looked at yet, one the street sent back, one returned to the city for good. */
    private void sentOn(DemoStory story, LocalDate today) {
        Object[][] all = {
            {16, "forwarded", "442000007205", "工业区公交站台无雨棚", "反映工业区公交站台没有雨棚。"},
            {5, "entrusted", "442000007206", "人行道地砖松动", "反映人行道地砖松动。"},
            {6, "forwarded", "442000007207", "跨镇道路照明", "反映跨镇道路照明不足。"},
        };
        for (int no = 0; no < all.length; no++) {
            Object[] one = all[no];
            LocalDate day = today.minusDays((int) one[0]);
            int contact = 71 + no;
            UUID[] id = new UUID[1];
            story.at(
                    day,
                    9,
                    () -> id[0] = complaints.filed(
                            filing(Channel.NATIONAL, contact, one[4] + "请尽快处理。", CITY, "GJ-" + day + "-" + contact, 1),
                            acts.officer(CITY)));
            story.at(
                    day.plusDays(1),
                    9,
                    () -> acts.sorts(
                            id[0],
                            "kind",
                            "complaint",
                            "route",
                            (String) one[1],
                            "title",
                            (String) one[3],
                            "digest",
                            (String) one[4],
                            "lead",
                            TOWN,
                            "report",
                            today.plusDays(12).toString()));
            if (no == 0) {
                story.at(day.plusDays(2), 9, () -> acts.does(id[0], ComplaintProcess.RECEIVE, "decision", "taken"));
                story.at(
                        day.plusDays(3),
                        9,
                        () -> sort(id[0], "complaint", "petition", TOWN + "-05", (String) one[3], (String) one[4]));
            }
            if (no == 2) {
                story.at(
                        day.plusDays(2),
                        9,
                        () -> acts.does(
                                id[0],
                                ComplaintProcess.RECEIVE,
                                "decision",
                                "objected",
                                "reason",
                                "该路段由市交通部门管养，不属于街道职责，附管养划分图。"));
            }
        }
    }

    /** Taken back, not of this unit, and a petitioner who is pressed to take his back. */
    private void others(DemoStory story, LocalDate today) {
        UUID[] ids = new UUID[3];
        story.at(today.minusDays(38), 20, () -> ids[0] = complaints.web(81, "楼上装修每天早上六点开工。", "442000007211"));
        story.at(today.minusDays(37), 20, () -> petitioner.withdraw(ids[0], "楼上已经改时间了，谢谢。"));
        story.at(today.minusDays(34), 20, () -> ids[1] = complaints.web(82, "法院判了三个月，对方还是不还钱。", "442000007212"));
        story.at(today.minusDays(33), 9, () -> sort(ids[1], "complaint", "litigation", null, "判决执行", "反映判决未执行。"));
        story.at(today.minusDays(32), 9, () -> served(ids[1], today.minusDays(32)));
        story.at(today.minusDays(13), 20, () -> ids[2] = complaints.web(83, "宿舍收了两次电费，问了就说要换人住。", "442000007209"));
        story.at(
                today.minusDays(11),
                9,
                () -> sort(ids[2], "complaint", "petition", "442000007209", "宿舍电费重复收取", "反映宿舍电费重复收取。"));
        story.at(today.minusDays(4), 22, () -> petitioner.alarm(ids[2], "pressed", "管理员让我把反映撤回，说不撤就不续租。"));
    }

    private Filing filing(Channel channel, int no, String words, String place, @Nullable String number, int people) {
        return new Filing(
                channel,
                Mode.NAMED,
                words,
                place,
                null,
                null,
                List.of(),
                null,
                complaints.contact(no),
                false,
                List.of(),
                null,
                number,
                people);
    }
}
