package org.qipan.complaint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.qipan.Replay;
import org.qipan.SignedIn;
import org.qipan.directory.Staff;
import org.qipan.filing.Channel;
import org.qipan.filing.Filing;
import org.qipan.filing.Mode;
import org.qipan.task.DemoDesk;
import org.qipan.vault.NameMarks;
import org.qipan.vault.Safe;
import org.qipan.worklist.Refused;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** People whom a petitioner names, and nobody else knows that he did (信访工作条例 arts. 28, 30). */
@Replay
class NamedPeopleTests {

    @Autowired
    private PetitionHall hall;

    @Autowired
    private Complaints complaints;

    @Autowired
    private ComplaintTable table;

    @Autowired
    private Bundles bundles;

    @Autowired
    private Petitioner petitioner;

    @Autowired
    private NameMarks marks;

    @Autowired
    private Safe safe;

    @Autowired
    private DemoDesk desk;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private TransactionTemplate transaction;

    @AfterEach
    void whoWasHiredLeaves() {
        hall.dismiss();
    }

    private UUID filed(@Nullable String whom, @Nullable String persons) {
        return complaints.file(
                new Filing(
                        Channel.WEB,
                        Mode.NAMED,
                        Matter.WORDS,
                        Matter.VILLAGE,
                        null,
                        whom,
                        List.of(),
                        persons,
                        Matter.WANG,
                        true,
                        List.of(),
                        null,
                        null,
                        1),
                null,
                null);
    }

    private int status(Staff reader, String url) {
        return hall.pages.ask(reader, get(url)).getStatus();
    }

    private List<String> waitsFor(UUID id) {
        return jdbc.sql("select role || '@' || unit from work_item where case_id = ? and state = 'open'")
                .param(id)
                .query(String.class)
                .list();
    }

    private void outOf(UUID id, Staff... named) {
        String task = "/tasks/"
                + jdbc.sql("select max(id) from work_item where case_id = ?")
                        .param(id)
                        .query(Long.class)
                        .single();
        for (Staff one : named) {
            List.of("/complaints/" + id, task, "/worklist/follows/" + id)
                    .forEach(url -> assertThat(status(one, url))
                            .as("%s %s", one.name(), url)
                            .isIn(403, 404));
            assertThat(hall.pages.page(one, "/worklist")).doesNotContain(id.toString(), task);
        }
    }

    /** Arts. 28, 30: whoever is named, as the one it is about or as one who must not see it, is out before anybody has read it. */
    @Test
    void whoeverIsNamedFindsNothingOfIt() {
        Staff about = hall.hire("司徒建国", "complaint-officer@" + Matter.TOWN);
        Staff feared = hall.hire("上官小明", "township-leader@" + Matter.TOWN);
        Staff other = hall.hire("欧阳文", "complaint-officer@" + Matter.TOWN);
        UUID id = filed("民众街道信访办司徒建国主任", "上官小明、轩辕无名");
        outOf(id, about, feared);
        assertThat(waitsFor(id)).as("others work at the desk").containsExactly("complaint-officer@" + Matter.TOWN);
        assertThat(hall.pages.page(other, "/complaints/" + id))
                .as("the desk reads whom he named")
                .contains("司徒建国主任", "上官小明、轩辕无名");
        assertThat(jdbc.sql("select count(*) from case_event where case_id = ?")
                        .param(id)
                        .query(Integer.class)
                        .single())
                .as("the course tells nothing but that it came in")
                .isEqualTo(1);
    }

    /** Arts. 28, 30: where the desk has nobody else it goes one level up; only where no level is left nobody takes it, and nothing is kept. */
    @Test
    void aDeskOfNamedPeopleIsPassedOver() {
        UUID id = filed(hall.officer.name(), null);
        assertThat(waitsFor(id)).containsExactly("complaint-officer@" + Matter.CITY);
        outOf(id, hall.officer);
        String all = String.join(
                "、",
                jdbc
                        .sql(
                                "select s.name from staff s join staff_post p on p.staff = s.id where p.role = 'complaint-officer'")
                        .query(String.class)
                        .list()
                        .stream()
                        .distinct()
                        .toList());
        int before =
                jdbc.sql("select count(*) from case_file").query(Integer.class).single();
        assertThatThrownBy(() -> filed(null, all))
                .isInstanceOfSatisfying(
                        Refused.class,
                        refused -> assertThat(refused.reasons().get(0).field()).isEqualTo("persons"));
        assertThat(jdbc.sql("select count(*) from case_file")
                        .query(Integer.class)
                        .single())
                .as("nothing is stored")
                .isEqualTo(before);
        assertThatThrownBy(() -> filed(null, "王建国、".repeat(51)))
                .as("no text is to name a whole office")
                .isInstanceOf(Refused.class);
    }

    /** Arts. 28, 30: who stands in for somebody named sits at his desk. */
    @Test
    void whoStandsInForSomebodyNamedIsOut() {
        Staff absent = hall.hire("公孙长青", "city-officer@" + Matter.CITY);
        Staff substitute = hall.hire("皇甫不在", "complaint-officer@" + Matter.TOWN);
        jdbc.sql("""
                        insert into substitution (id, absent, substitute, from_day, to_day, units, as_unit, made_by, made_at)
                        values (?, ?, ?, ?, ?, ?, ?, ?, now())
                        """)
                .params(
                        UUID.randomUUID(),
                        absent.id(),
                        substitute.id(),
                        LocalDate.now().minusDays(1),
                        LocalDate.now().plusDays(1),
                        new String[] {Matter.CITY},
                        Matter.TOWN,
                        absent.id())
                .update();
        UUID id = filed(null, "公孙长青");
        outOf(id, absent, substitute);
        assertThat(status(hall.officer, "/complaints/" + id)).isEqualTo(200);
    }

    /** Arts. 28, 30: whoever comes to work here under the name is out before his first page, also of what was split off. */
    @Test
    void whoComesLaterUnderTheNameIsOut() {
        UUID id = filed("尉迟敬山", null);
        UUID part = bundles.split(id, 1, hall.officer).get(0);
        UUID into = filed(null, null);
        UUID merged = filed(null, "尉迟敬山");
        bundles.merge(merged, into, hall.officer);
        Staff late = hall.hire("尉迟敬山", "complaint-officer@" + Matter.TOWN);
        outOf(id, late);
        outOf(part, late);
        outOf(into, late);
        UUID other = filed(null, null);
        assertThat(status(late, "/complaints/" + other))
                .as("of others he knows")
                .isEqualTo(200);
        assertThat(hall.pages.page(hall.officer, "/complaints/" + part))
                .as("words and names go with a part")
                .contains("尉迟敬山");
        UUID alarm = alarmed(id);
        outOf(alarm, late);
        outOf(alarm, hall.hire("尉迟敬山", "complaint-officer@" + Matter.CITY));
    }

    private UUID alarmed(UUID id) {
        transaction.executeWithoutResult(status -> petitioner.alarm(id, "retaliation", "有人上门威胁"));
        return jdbc.sql("select id from complaint where urgent order by age(xmin) limit 1")
                .query(UUID.class)
                .single();
    }

    /** Art. 30: the desk knows whom 王某某 means and says his name; it is told the same whether that changed anything. */
    @Test
    void theDeskNamesWhomThePetitionerCouldNot() {
        Staff meant = hall.hire("东方未明", "township-leader@" + Matter.TOWN);
        UUID id = filed("姓东方的领导", null);
        String page = "/complaints/" + id + "/persons";
        assertThat(status(meant, "/complaints/" + id)).isEqualTo(200);
        assertThat(hall.pages.page(hall.officer, "/complaints/" + id)).contains(page);
        assertThat(status(meant, page)).isEqualTo(403);
        assertThat(hall.pages.page(hall.officer, page)).contains("姓东方的领导", ">新收信访事项 · 网上</a>");
        assertThat(SignedIn.text(hall.pages.send(hall.officer, page + "/found", "name", "东方未明")))
                .contains("东方未明", "民众街道");
        assertThat(status(meant, "/complaints/" + id))
                .as("looking changes nothing")
                .isEqualTo(200);
        assertThat(hall.pages.send(hall.officer, page, "name", " ").getStatus()).isEqualTo(422);
        String told = hall.pages.send(hall.officer, page, "name", "东方未明").getRedirectedUrl();
        outOf(id, meant);
        assertThat(hall.pages.send(hall.officer, page, "name", "东方未明").getRedirectedUrl())
                .as("he was out before")
                .isEqualTo(told);
        assertThat(hall.pages.send(hall.officer, page, "name", "独孤无人").getRedirectedUrl())
                .as("nobody has that name")
                .isEqualTo(told);
        outOf(id, hall.hire("独孤无人", "complaint-officer@" + Matter.TOWN));
        assertThat(jdbc.sql("select count(*) from audit where object_id = ? and action = 'complaint.audit.persons'")
                        .param(id.toString())
                        .query(Integer.class)
                        .single())
                .isEqualTo(3);
        desk.complete(
                desk.item(id.toString(), ComplaintProcess.SORT),
                hall.officer,
                Matter.sorted("租房押金不退", "petition", Matter.OFFICE));
        assertThat(status(hall.officer, page)).as("once others have it").isEqualTo(404);
        assertThat(waitsFor(id)).hasSize(1);
    }

    /** Arts. 28, 30: what lies with him already leaves him, without a line about it; nobody can be kept out so that none is left. */
    @Test
    void whatLiesWithSomebodyWhoIsNamedGoesOneLevelUp() {
        UUID id = filed(null, null);
        String page = "/complaints/" + id + "/persons";
        assertThat(hall.pages
                        .send(hall.officer, page, "name", hall.officer.name())
                        .getRedirectedUrl())
                .isEqualTo("/worklist");
        outOf(id, hall.officer);
        assertThat(waitsFor(id)).containsExactly("complaint-officer@" + Matter.CITY);
        assertThat(table.find(id).orElseThrow().desk()).isEqualTo(Matter.CITY);
        assertThat(jdbc.sql("select count(*) from work_copy where case_id = ?")
                        .param(id)
                        .query(Integer.class)
                        .single())
                .as("nobody is told")
                .isZero();
        String province = hall.in("complaint-officer", "440000000000").name();
        Staff city = hall.in("complaint-officer", Matter.CITY);
        assertThat(hall.pages.send(city, page, "name", province).getStatus()).isEqualTo(303);
        assertThat(hall.pages.send(city, page, "name", city.name()).getStatus())
                .as("he is the last one")
                .isEqualTo(422);
        assertThat(status(city, "/complaints/" + id)).isEqualTo(200);
    }

    /** Art. 30: what was destroyed is not found again by anybody's name. */
    @Test
    void noNameLeadsToWhatWasDestroyed() {
        UUID id = filed("呼延长风", null);
        assertThat(marks.cases("呼延长风")).containsExactly(id);
        transaction.executeWithoutResult(status -> safe.shred(id));
        assertThat(marks.cases("呼延长风")).isEmpty();
    }
}
