package org.qipan.campaign;

import java.time.LocalDate;
import java.util.UUID;
import org.qipan.advice.DemoAdvices;
import org.qipan.aid.DemoAids;
import org.qipan.complaint.DemoComplaints;
import org.qipan.complaint.Petitioner;
import org.qipan.directory.Staff;
import org.qipan.enquiry.DemoEnquiries;
import org.qipan.followup.DemoFollowUps;
import org.qipan.hotline.DemoHotline;
import org.qipan.journal.DemoJournal;
import org.qipan.mailbox.DemoMails;
import org.qipan.pause.DemoPauses;
import org.qipan.reception.DemoReceptions;
import org.qipan.review.DemoReviews;
import org.qipan.supervision.DemoSupervisions;

/** Who looks after matters of the demo from above, and what else stands beside their course. */
public class DemoOversight {

    /** The receipt of a matter that is being handled. */
    public static final String RUNNING = "demo-later";

    private static final String TOWN = DemoVerbs.TOWN;
    private static final String HOUSING = TOWN + "-06";
    private static final String WAGES = TOWN + "-01";

    private final DemoComplaints complaints;
    private final Petitioner petitioner;
    private final DemoActs acts;
    private final DemoReviews reviews;
    private final DemoSupervisions supervisions;
    private final DemoReceptions receptions;
    private final DemoAdvices advices;
    private final DemoAids aids;
    private final DemoFollowUps followUps;
    private final DemoEnquiries enquiries;
    private final DemoJournal journal;
    private final DemoPauses pauses;
    private final DemoMails mails;
    private final DemoHotline hotline;

    DemoOversight(
            DemoComplaints complaints,
            Petitioner petitioner,
            DemoActs acts,
            DemoReviews reviews,
            DemoSupervisions supervisions,
            DemoReceptions receptions,
            DemoAdvices advices,
            DemoAids aids,
            DemoFollowUps followUps,
            DemoEnquiries enquiries,
            DemoJournal journal,
            DemoPauses pauses,
            DemoMails mails,
            DemoHotline hotline) {
        this.complaints = complaints;
        this.petitioner = petitioner;
        this.acts = acts;
        this.reviews = reviews;
        this.supervisions = supervisions;
        this.receptions = receptions;
        this.advices = advices;
        this.aids = aids;
        this.followUps = followUps;
        this.enquiries = enquiries;
        this.journal = journal;
        this.pauses = pauses;
        this.mails = mails;
        this.hotline = hotline;
    }

    /** @param today the day on which the demo is looked at */
    void in(DemoStory story, LocalDate today) {
        group(story, today);
        heard(story, today);
        reviewed(story, today);
        advised(story, today);
        arriving(story, today);
    }

    private Staff officer() {
        return acts.officer(TOWN);
    }

    private Staff leader() {
        return acts.in("township-leader", TOWN);
    }

    private void sorted(UUID id, String lead, String route, String title, String digest) {
        complaints.sort(id, officer(), "complaint", route, lead, title, digest);
    }

    /** Twelve people at the counter: an instruction, a leader's care, a reception, supervision on the list. */
    private void group(DemoStory story, LocalDate today) {
        UUID[] id = new UUID[3];
        story.at(
                today.minusDays(45),
                9,
                () -> id[0] = complaints.group(
                        12, 91, "我们十二个人在印刷厂上班，厂里八月起没有发工资，老板说等回款。", DemoVillages.DONE.get(7), officer()));
        story.at(today.minusDays(44), 9, () -> sorted(id[0], WAGES, "duty", "印刷厂拖欠十二人工资", "十二名职工反映印刷厂自八月起未发工资。"));
        story.at(today.minusDays(43), 9, () -> complaints.notice(id[0], officer()));
        story.at(
                today.minusDays(42),
                16,
                () -> receptions.instruct(id[0], "请人社分局牵头，一周内约谈企业，把进展告诉职工代表。", today.minusDays(35), leader()));
        story.at(
                today.minusDays(41),
                10,
                () -> journal.write(id[0], "visit", today.minusDays(41), "到厂核对考勤和工资表，拖欠合计十二人三个月。"));
        story.at(
                today.minusDays(38), 15, () -> journal.write(id[0], "talk", today.minusDays(38), "约谈企业负责人，企业提出分两期支付。"));
        story.at(today.minusDays(30), 9, () -> receptions.care(id[0], "月底前发清拖欠工资，职工代表签字确认。", leader()));
        story.at(today.minusDays(24), 9, () -> id[1] = receptions.day(today.minusDays(18), officer()));
        story.at(today.minusDays(22), 9, () -> receptions.put(id[0], id[1], officer()));
        story.at(
                today.minusDays(18),
                11,
                () -> receptions.said(id[0], "职工代表说明第一期已经收到，第二期没有日期。", "请企业书面写明第二期的日期", today.plusDays(6), leader()));
        story.at(
                today.minusDays(12),
                10,
                () -> supervisions.begin(
                        id[0], leader(), "超过办理期限，第二期工资没有落实", "请报告第二期工资的发放安排", today.plusDays(3), true));
        story.at(today.minusDays(10), 9, () -> id[2] = receptions.day(today.plusDays(8), officer()));
        story.at(today.minusDays(9), 9, () -> receptions.day(today.plusDays(22), officer()));
        story.at(today.minusDays(8), 15, () -> journal.write(id[0], "mediation", today.minusDays(8), "双方同意第二期于月底前发放。"));
    }

    /** One whose clock left a hearing out and whose petitioner has a receipt, one that stands still, one the city supervises. */
    private void heard(DemoStory story, LocalDate today) {
        UUID[] id = new UUID[4];
        String village = DemoVillages.DONE.get(4);
        story.at(today.minusDays(40), 20, () -> {
            id[0] = complaints.web(101, "楼下新开的洗衣房把热气排到我们窗口，窗户都不敢开，找过两次都没有改。", village);
            complaints.receipt(id[0], RUNNING);
        });
        story.at(today.minusDays(36), 9, () -> sorted(id[0], HOUSING, "petition", "洗衣房排气影响住户", "住户反映洗衣房排气口正对窗户。"));
        story.at(today.minusDays(30), 20, () -> petitioner.say(id[0], "这个星期排气更大了，能不能晚上来看一次？"));
        story.at(today.minusDays(29), 9, () -> complaints.tell(id[0], "收到，承办单位周四晚上到现场测量。", officer()));
        story.at(
                today.minusDays(26),
                10,
                () -> journal.write(id[0], "evidence", today.minusDays(26), "晚间现场测量，排气口距窗口一点二米。"));
        story.at(
                today.minusDays(24),
                10,
                () -> enquiries.send(
                        id[0],
                        village,
                        "请说明辖区内洗衣房的经营时间和排气口设置情况。",
                        today.minusDays(14),
                        acts.in("department-officer", HOUSING)));
        story.at(today.minusDays(20), 10, () -> enquiries.answer(id[0], "该店每日七点至二十二点经营，排气口为今年六月加装。"));
        story.at(today.minusDays(18), 10, () -> pauses.announce(id[0], today.minusDays(7), "排气口是否改道及费用由谁承担"));
        story.at(today.minusDays(6), 10, () -> pauses.hold(id[0], today.minusDays(7), "双方陈述意见，经营者同意改道，费用自行承担，待书面方案。"));
        story.at(
                today.minusDays(4),
                11,
                () -> receptions.instruct(id[0], "听证意见请尽快写进处理意见书。", today.plusDays(9), leader()));

        story.at(
                today.minusDays(35),
                20,
                () -> id[1] = complaints.web(102, "装修队把水管挖断了，赔偿一直谈不下来。", DemoVillages.DONE.get(5)));
        story.at(today.minusDays(31), 9, () -> sorted(id[1], HOUSING, "petition", "施工挖断水管的赔偿", "反映施工挖断水管后赔偿未落实。"));
        story.at(today.minusDays(21), 9, () -> pauses.suspend(id[1], "expert", "损失数额需要第三方评估，评估报告预计三周完成。"));

        story.at(
                today.minusDays(33),
                20,
                () -> id[2] = complaints.web(103, "村里文化室天天锁着，问了说没有人管。", DemoVillages.DONE.get(6)));
        story.at(
                today.minusDays(29),
                9,
                () -> sorted(id[2], DemoVillages.DONE.get(6), "petition", "文化室长期不开放", "反映村文化室长期不开放。"));
        story.at(
                today.minusDays(9),
                10,
                () -> supervisions.begin(id[2], officer(), "承办单位没有按约定说明进展", "请说明开放时间并公示", today.plusDays(5), false));
        story.at(today.minusDays(7), 10, () -> receptions.instruct(id[2], "请村里尽快排班开放。", null, leader()));
        story.at(
                today.minusDays(28),
                20,
                () -> id[3] = complaints.web(104, "我一个人带两个孩子，厂里停工两个月，房租快交不上了。", DemoVillages.DONE.get(3)));
        story.at(today.minusDays(26), 9, () -> sorted(id[3], WAGES, "petition", "企业停工期间生活费", "反映企业停工两个月未发生活费。"));
        story.at(
                today.minusDays(25),
                9,
                () -> aids.living(id[3], TOWN + "-05", "一户独自抚养两名子女，停工两个月，请评估临时救助。", today.plusDays(2), officer()));
    }

    /** Three opinions of villages: 复查 under way, 复核 under way after a hearing, and one that is over for good. */
    private void reviewed(DemoStory story, LocalDate today) {
        reviewed(story, today.minusDays(60), 111, DemoVillages.DONE.get(8), "楼道公共用电分摊", "反映楼道公共用电分摊不公。", 1, today);
        reviewed(story, today.minusDays(110), 112, DemoVillages.DONE.get(9), "停车位收费标准", "反映村内停车位收费标准不一。", 2, today);
        reviewed(story, today.minusDays(200), 113, DemoVillages.DONE.get(10), "水表更换费用", "要求退还水表更换费用。", 3, today);
        // An office answered and the street signed: the city looks at it again, and after it the province.
        reviewed(story, today.minusDays(112), 114, HOUSING, "公租房轮候顺序", "反映公租房轮候顺序不清楚。", 2, today);
    }

    /** @param far 1 复查, 2 复核, 3 both over */
    private void reviewed(
            DemoStory story,
            LocalDate day,
            int no,
            String lead,
            String title,
            String digest,
            int far,
            LocalDate today) {
        UUID[] id = new UUID[1];
        boolean office = lead.contains("-");
        story.at(day, 20, () -> id[0] = complaints.web(no, digest + "说过几次都没有说清楚依据。", DemoVillages.DONE.get(8)));
        story.at(day.plusDays(4), 9, () -> sorted(id[0], lead, "petition", title, digest));
        story.at(
                day.plusDays(25),
                15,
                () -> complaints.answer(
                        id[0],
                        acts.in(office ? "department-officer" : "village-worker", lead),
                        "refuse",
                        "现有依据已经公示，程序符合规定。",
                        "不予支持。",
                        "《中华人民共和国民法典》"));
        story.at(day.plusDays(27), 9, () -> complaints.sign(id[0], office ? leader() : acts.in("village-head", lead)));
        story.at(day.plusDays(28), 9, () -> complaints.serve(id[0], officer(), day.plusDays(28)));
        LocalDate asked = day.plusDays(40);
        story.at(asked, 20, () -> reviews.ask(id[0], "公示的依据没有写清楚，也没有告诉我们。"));
        story.at(asked.plusDays(2), 9, () -> reviews.accept(id[0], "信访人认为依据不清，未核实公示情况。"));
        if (far == 1) {
            return;
        }
        story.at(asked.plusDays(14), 9, () -> reviews.examine(id[0], "uphold", "依据和公示材料齐全。", "维持原处理意见。"));
        story.at(asked.plusDays(16), 9, () -> reviews.sign(id[0]));
        story.at(asked.plusDays(17), 9, () -> reviews.serve(id[0], asked.plusDays(17)));
        LocalDate again = asked.plusDays(36);
        story.at(again, 20, () -> reviews.ask(id[0], "公示的时候我们还没有搬来，希望再核实一次。"));
        story.at(again.plusDays(3), 9, () -> reviews.accept(id[0], "信访人要求核实公示范围和时间。"));
        story.at(again.plusDays(20), 16, () -> reviews.heard(id[0], again.plusDays(18)));
        if (far == 2) {
            return;
        }
        story.at(again.plusDays(24), 9, () -> reviews.examine(id[0], "uphold", "听证核实公示符合规定。", "维持复查意见。"));
        story.at(again.plusDays(26), 9, () -> reviews.sign(id[0]));
        story.at(again.plusDays(27), 9, () -> reviews.serve(id[0], again.plusDays(27)));
    }

    /** What the petition office recommends, answered and accepted; one that waits; calls to those whose matters were closed. */
    private void advised(DemoStory story, LocalDate today) {
        UUID[] demand = new UUID[1];
        story.at(
                today.minusDays(40),
                9,
                () -> demand[0] = advices.improve(
                        HOUSING,
                        today.minusDays(300),
                        today.minusDays(50),
                        "路面和照明的反映集中在下夜班时段，建议把夜间巡查写进维护计划。",
                        today.minusDays(20),
                        officer()));
        story.at(
                today.minusDays(28),
                9,
                () -> acts.does(demand[0], "Task_Answer", "answer", "已采纳：每月两次夜间巡查，结果在政务公开栏公布。"));
        story.at(today.minusDays(26), 9, () -> acts.does(demand[0], "Task_Check", "decision", "accepted"));
        story.at(
                today.minusDays(9),
                9,
                () -> advices.improve(
                        TOWN + "-10",
                        today.minusDays(200),
                        today.minusDays(15),
                        "建议在出租屋集中路段统一设置电动自行车停放点。",
                        today.plusDays(11),
                        officer()));
        story.at(today.minusDays(2), 8, followUps::morning);
        story.at(today.minusDays(1), 19, followUps::reachedOne);
    }

    private void arriving(DemoStory story, LocalDate today) {
        story.at(
                today.minusDays(3),
                10,
                () -> hotline.handsOver(
                        "ZS12345-" + today + "-0107",
                        "小区门口积水，下雨天要绕路。",
                        DemoVillages.DONE.get(0),
                        complaints.contact(121)));
        story.at(
                today.minusDays(2),
                22,
                () -> mails.arrives(TOWN, "resident@example.org", "公园长椅", "公园的长椅坏了三张，老人没有地方坐。我住在旁边，晚上可以打电话。"));
        story.at(
                today.minusDays(1),
                7,
                () -> mails.arrives(TOWN, "worker@example.org", "关于公交卡", "换了手机以后公交卡的钱转不过来，客服让找你们。"));
    }
}
