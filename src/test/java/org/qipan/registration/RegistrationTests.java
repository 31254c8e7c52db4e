package org.qipan.registration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;

import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.qipan.Replay;
import org.qipan.SignedIn;
import org.qipan.campaign.DemoPeople;
import org.qipan.directory.Staff;
import org.qipan.receipt.Receipts;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.web.context.WebApplicationContext;

@Replay
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RegistrationTests {

    private static final String[] VISIT = {
        "channel",
        "visit",
        "words",
        "三个月工资没有发，老板说下个月再说。",
        "readBack",
        "on",
        "place",
        "442000007201",
        "people",
        "3",
        "mode",
        "named",
        "name",
        "王小兰",
        "phone",
        "13800001234",
        "electronic",
        "on"
    };

    @Autowired
    private DemoPeople people;

    @Autowired
    private Receipts receipts;

    @Autowired
    private JdbcClient jdbc;

    private SignedIn pages;
    private Staff officer;

    @BeforeAll
    void everybodyIsThere(@Autowired WebApplicationContext context) {
        pages = new SignedIn(context);
        people.arrive();
        officer = people.in("complaint-officer", "442000007000");
    }

    private int matters() {
        return jdbc.sql("select count(*) from complaint").query(Integer.class).single();
    }

    private static String[] without(String field) {
        String[] fields = VISIT.clone();
        for (int i = 0; i < fields.length; i += 2) {
            if (fields[i].equals(field)) {
                fields[i + 1] = "";
            }
        }
        return fields;
    }

    @Test
    void givesTheReceiptOnceAndTheReceiptFindsTheMatter() {
        UUID key = UUID.randomUUID();
        MockHttpServletResponse answer = pages.send(officer, key, "/complaints/new", VISIT);
        assertThat(answer.getStatus()).isEqualTo(200);
        String page = SignedIn.text(answer);
        Matcher shown = Pattern.compile("<strong>([^<]+)</strong>").matcher(page);
        assertThat(shown.find()).isTrue();
        String words = shown.group(1);
        assertThat(shown.find()).isTrue();
        String code = shown.group(1);
        assertThat(shown.find()).isTrue();
        String pin = shown.group(1);
        UUID id = receipts.find(words, pin).orElseThrow();
        assertThat(receipts.find(code, pin)).contains(id);
        assertThat(page).contains("/complaints/" + id, "抄给信访人").doesNotContain("王小兰", "信访人不在场");

        MockHttpServletResponse again = pages.send(officer, key, "/complaints/new", VISIT);
        assertThat(again.getStatus())
                .as("a double click shows no second receipt")
                .isEqualTo(303);
        assertThat(again.getRedirectedUrl()).isEqualTo("/complaints/" + id);
        assertThat(jdbc.sql("select people from complaint where id = ?")
                        .param(id)
                        .query(Integer.class)
                        .single())
                .isEqualTo(3);
    }

    /** Art. 19: what is said is written down truly. */
    @Test
    void whatIsSaidIsReadBackFirst() {
        int before = matters();
        MockHttpServletResponse answer = pages.send(officer, "/complaints/new", without("readBack"));
        assertThat(answer.getStatus()).isEqualTo(422);
        assertThat(SignedIn.text(answer)).contains("读给信访人听", "三个月工资没有发", "王小兰");
        assertThat(matters()).isEqualTo(before);
    }

    /** Art. 20: at most five represent a group. */
    @Test
    void sixRepresentativesAreTooMany() {
        String[] six = VISIT.clone();
        six[13] = "甲、乙、丙、丁、戊、己";
        MockHttpServletResponse answer = pages.send(officer, "/complaints/new", six);
        assertThat(answer.getStatus()).isEqualTo(422);
        assertThat(SignedIn.text(answer)).contains("代表不超过 5 人");
    }

    @Test
    void withoutPlaceOrUnitItFindsNoDeskAndNothingTypedIsLost() {
        MockHttpServletResponse answer = pages.send(officer, "/complaints/new", without("place"));
        assertThat(answer.getStatus()).isEqualTo(422);
        assertThat(SignedIn.text(answer)).contains("请写明发生的地点", "三个月工资没有发");
    }

    @Test
    void everythingThatIsWrongIsSaidAtOnceBesideItsField() {
        String[] wrong = without("place");
        wrong[3] = "";
        wrong[5] = "";
        wrong[13] = "甲、乙、丙、丁、戊、己";
        String page = SignedIn.text(pages.send(officer, "/complaints/new", wrong));
        assertThat(page).contains("请写明发生的地点", "读给信访人听", "代表不超过 5 人", "甲、乙、丙、丁、戊、己");
        for (String field : new String[] {"words", "readBack", "place", "name"}) {
            assertThat(page).contains("id=\"f-" + field + "-error\"");
        }
    }

    @Test
    void onlyComplaintOfficersTakeMattersDown() {
        for (String role : new String[] {"township-officer", "township-leader"}) {
            assertThat(pages.ask(people.in(role, "442000007000"), get("/complaints/new"))
                            .getStatus())
                    .isIn(403, 404);
        }
        assertThat(pages.page(officer, "/complaints/new")).contains("登记来信来访", "12345");
    }
}
