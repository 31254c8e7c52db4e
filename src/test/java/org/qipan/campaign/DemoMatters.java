package org.qipan.campaign;

import java.time.LocalDate;
import java.util.UUID;
import org.qipan.complaint.DemoComplaints;
import org.qipan.complaint.DemoCourses;
import org.qipan.complaint.DemoYear;
import org.qipan.directory.Staff;

/** Petition matters of the last three weeks: one answered, two at work, one of them nobody may know of, and what has just come in. */
public class DemoMatters {

    /** The receipt of a matter that was answered. */
    public static final String ANSWERED = "demo-first";

    private static final String TOWN = DemoVerbs.TOWN;
    private static final String HOUSING = TOWN + "-06";
    private static final String NEWCOMERS = TOWN + "-03";

    private final DemoComplaints complaints;
    private final DemoPeople people;
    private final DemoYear year;
    private final DemoCourses courses;
    private final DemoOversight oversight;

    DemoMatters(
            DemoComplaints complaints, DemoPeople people, DemoYear year, DemoCourses courses, DemoOversight oversight) {
        this.complaints = complaints;
        this.people = people;
        this.year = year;
        this.courses = courses;
        this.oversight = oversight;
    }

    /** @param today the day on which the demo is looked at */
    void in(DemoStory story, LocalDate today) {
        year.in(story, today);
        courses.in(story, today);
        oversight.in(story, today);
        latest(story, today);
    }

    private void latest(DemoStory story, LocalDate today) {
        Staff officer = people.in("complaint-officer", TOWN);
        UUID[] ids = new UUID[3];
        story.at(today.minusDays(20), 10, () -> {
            ids[0] = complaints.named("出租屋楼梯间电线老化，冒过火花，房东说要等年底再修。", DemoVillages.DONE.get(0));
            complaints.receipt(ids[0], ANSWERED);
        });
        story.at(
                today.minusDays(18),
                9,
                () -> complaints.sort(
                        ids[0],
                        officer,
                        "complaint",
                        "petition",
                        HOUSING,
                        "出租屋楼梯间电线老化",
                        "住户反映某出租屋楼梯间电线老化，有安全隐患，要求督促整改。"));
        story.at(
                today.minusDays(9),
                15,
                () -> complaints.answer(
                        ids[0],
                        people.in("department-officer", HOUSING),
                        "explain",
                        "现场检查属实，已责令房东限期整改并停用该回路。",
                        "已督促整改，复验合格，予以解释说明。",
                        "消防法第十六条"));
        story.at(today.minusDays(8), 9, () -> complaints.sign(ids[0], people.in("township-leader", TOWN)));
        story.at(today.minusDays(7), 9, () -> complaints.serve(ids[0], officer, today.minusDays(7)));
        story.at(
                today.minusDays(12),
                20,
                () -> ids[1] = complaints.anonymous(
                        "村里办居住登记要先交卫生费，不交不给办。", DemoVillages.DONE.get(1), DemoVillages.DONE.get(1)));
        story.at(
                today.minusDays(10),
                9,
                () -> complaints.sort(
                        ids[1], officer, "complaint", "petition", NEWCOMERS, "居住登记附加收费", "反映办理居住登记时被要求另交费用，请核实并纠正。"));
        story.at(
                today.minusDays(5),
                11,
                () -> ids[2] = complaints.fromTheHotline(
                        "想给孩子转预防接种本，不知道要带什么。", DemoVillages.DONE.get(2), "ZS12345-20261117-0031"));
        story.at(
                today.minusDays(4),
                9,
                () -> complaints.sort(
                        ids[2], officer, "inquiry", "simple", TOWN + "-09", "咨询接种记录转入", "咨询儿童预防接种记录转入需要的材料。"));
        story.at(today.minusDays(2), 19, () -> complaints.named("工厂拖欠两个月工资，老板电话不接。", DemoVillages.WORKING.get(0)));
        story.at(today.minusDays(1), 8, () -> complaints.named("路灯坏了三个月，晚班女工不敢走。", DemoVillages.WORKING.get(1)));
    }
}
