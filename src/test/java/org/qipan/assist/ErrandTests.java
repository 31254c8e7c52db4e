package org.qipan.assist;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.qipan.absence.Town;
import org.qipan.casefile.Exclusions;
import org.qipan.directory.Staff;

/** 请人代办: who may be asked, who sees and does it, and how it ends. */
class ErrandTests {

    private static final String OFFICER = "township-officer@" + Town.TOWN;

    private final Town town = new Town();
    private Staff asker;
    private Staff doer;
    private Staff colleague;
    private Staff elsewhere;
    private UUID caseId;
    private long item;

    @BeforeEach
    void anItem() {
        asker = town.room.employ("李四", OFFICER);
        colleague = town.room.employ("赵六", OFFICER);
        doer = town.room.employ("王五", "complaint-officer@" + Town.TOWN);
        elsewhere = town.room.employ("钱七", "village-worker@" + Town.VILLAGE);
        caseId = town.room.openCase(asker, "6月集中服务活动");
        item = town.room.task(caseId, OFFICER, null);
    }

    @AfterEach
    void close() {
        town.close();
    }

    private void ask() {
        assertThat(town.send(
                                asker,
                                "/tasks/" + item + "/errand",
                                "doer",
                                doer.id().toString(),
                                "note",
                                "先核对名册")
                        .getStatus())
                .isEqualTo(303);
    }

    @Test
    void theOneAskedFindsItMarkedAndNobodyElseDoes() {
        assertThat(town.items(doer, "/worklist")).isEmpty();
        assertThat(town.status(doer, "/tasks/" + item)).isEqualTo(404);
        ask();
        assertThat(town.page(doer, "/worklist")).contains("/tasks/" + item, "李四请您代办");
        assertThat(town.page(doer, "/tasks/" + item)).contains("李四 于", "先核对名册", "提交并下一件", "交还");
        assertThat(town.items(elsewhere, "/worklist")).isEmpty();
        assertThat(town.status(elsewhere, "/tasks/" + item)).isEqualTo(404);
    }

    @Test
    void theAskerSeesWhoHasItAndCannotDoItMeanwhile() {
        ask();
        assertThat(town.page(asker, "/worklist")).contains("已请王五代办");
        assertThat(town.page(asker, "/tasks/" + item))
                .contains("请 王五 代办", "收回代办")
                .doesNotContain("提交并下一件");
        assertThat(town.complete(asker, item).getStatus()).isEqualTo(409);
        assertThat(town.page(colleague, "/tasks/" + item)).contains("请 王五 代办");
    }

    @Test
    void whatWasDoneSaysByWhomAndForWhom() {
        ask();
        town.send(doer, "/tasks/" + item + "/notes", "text", "名册已核对");
        assertThat(town.complete(doer, item).getStatus()).isEqualTo(303);
        assertThat(town.page(asker, "/tasks/" + item)).contains("已由 王五（代李四） 办理", "名册已核对");
        assertThat(town.page(asker, "/tasks/" + item).split("王五（代李四）", -1)).hasSizeGreaterThan(2);
        assertThat(town.page(doer, "/worklist?tab=done")).contains("代李四");
        assertThat(town.items(doer, "/worklist")).isEmpty();
    }

    @Test
    void aColleagueOfTheSamePostCanBeAskedAndSeesItOnce() {
        town.send(asker, "/tasks/" + item + "/errand", "doer", colleague.id().toString());
        assertThat(town.page(colleague, "/worklist")).contains("李四请您代办", ">1</span>");
        assertThat(town.complete(colleague, item).getStatus()).isEqualTo(303);
        assertThat(town.page(asker, "/tasks/" + item)).contains("已由 赵六（代李四） 办理");
    }

    @Test
    void itIsHandedBackWithAReasonOnly() {
        ask();
        assertThat(town.send(doer, "/tasks/" + item + "/errand/return", "reason", " ")
                        .getStatus())
                .isEqualTo(422);
        assertThat(town.send(doer, "/tasks/" + item + "/errand/return", "reason", "名册不在我处")
                        .getStatus())
                .isEqualTo(303);
        assertThat(town.items(doer, "/worklist")).isEmpty();
        assertThat(town.page(asker, "/worklist?tab=toread")).contains("代办已交还");
        assertThat(town.page(asker, "/tasks/" + item)).contains("名册不在我处", "王五（代李四）", "提交并下一件");
    }

    @Test
    void itIsTakenBackAndSaysWhetherItHadBeenOpened() {
        ask();
        town.send(asker, "/tasks/" + item + "/errand/withdrawal");
        assertThat(town.items(doer, "/worklist")).isEmpty();
        assertThat(town.complete(doer, item).getStatus()).isEqualTo(404);
        ask();
        town.page(doer, "/tasks/" + item);
        assertThat(town.send(asker, "/tasks/" + item + "/errand/withdrawal").getStatus())
                .isEqualTo(303);
        assertThat(town.complete(asker, item).getStatus()).isEqualTo(303);
    }

    @Test
    void onlyPeopleOfTheUnitWhoMayKnowOfItAreOffered() {
        assertThat(town.page(asker, "/tasks/" + item + "/errand"))
                .contains("王五", "赵六")
                .doesNotContain("钱七");
        assertThat(town.send(
                                asker,
                                "/tasks/" + item + "/errand",
                                "doer",
                                elsewhere.id().toString())
                        .getStatus())
                .isEqualTo(422);
        town.room.bean(Exclusions.class).exclude(caseId, doer.id(), null);
        assertThat(town.page(asker, "/tasks/" + item + "/errand")).doesNotContain("王五");
    }

    @Test
    void whoWasAskedAsksNobodyElseAndGivesItToNoOtherPost() {
        ask();
        assertThat(town.page(doer, "/tasks/" + item)).doesNotContain("请人代办</a>", "转办");
        assertThat(town.send(
                                doer,
                                "/tasks/" + item + "/errand",
                                "doer",
                                colleague.id().toString())
                        .getStatus())
                .isEqualTo(422);
        town.send(doer, "/tasks/" + item + "/route", "to", "township-leader@" + Town.TOWN, "reason", "转");
        assertThat(town.postOf(item)).isEqualTo(OFFICER);
    }

    @Test
    void whoHasDoneItForAnotherDoesNotDecideOnIt() {
        town.room.page.decidesOn = "Task_WorkChecklist";
        ask();
        assertThat(town.complete(doer, item).getStatus()).isEqualTo(303);
        town.room.page.decidesOn = null;
        assertThat(town.room
                        .jdbc
                        .sql("select acting_for from work_act where item = ? and act = 'completed'")
                        .param(item)
                        .query(UUID.class)
                        .single())
                .isEqualTo(asker.id());
    }

    @Test
    void endsByItselfWhenEitherIsRecusedOrLeavesThePost() {
        ask();
        town.room.bean(Exclusions.class).exclude(caseId, asker.id(), null);
        assertThat(town.items(doer, "/worklist")).isEmpty();
        assertThat(town.page(colleague, "/tasks/" + item)).contains("提交并下一件");
    }
}
