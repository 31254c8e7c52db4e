package org.qipan.subject;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import javax.sql.DataSource;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.qipan.directory.Directory;
import org.qipan.directory.TestUnits;
import org.qipan.workflow.Decisions;
import org.qipan.workflow.EngineContext;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

/** The tables of {@code complaint-routing.dmn}, every rule and every gap: 信访工作条例 arts. 23, 28-31. */
@SpringBootTest(classes = EngineContext.class, properties = EngineContext.NO_JOBS)
class RoutingTests {

    private static final String TOWN = "442000007000";
    private static final String VILLAGE = "442000007201";
    private static final String CITY = "442000000000";
    private static final String ELSEWHERE = "350211001000";
    private static final List<String> CHANNELS =
            List.of("web", "counter", "phone", "letter", "box", "visit", "mail", "hotline", "national");

    private static final DataSource UNITS = TestUnits.database();
    private static final Directory DIRECTORY = TestUnits.directory(UNITS);

    @Autowired
    private Decisions decisions;

    private Subjects subjects;
    private Routing routing;

    @BeforeEach
    void wire() {
        subjects = new Subjects(new SubjectTable(JdbcClient.create(UNITS), TestUnits.CLOCK), TestUnits.CLOCK);
        routing = new Routing(decisions, DIRECTORY, subjects);
    }

    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            value = {
                "1201,   -,            web,      -, sealed,         -,               accusation,     discipline",
                "0701,   350211001000, web,      -, declined,       442000007000,    elsewhere,      direction",
                "0401,   442000007201, counter,  -, litigation,     442000007000,    court,          direction",
                "010102, 442000007201, web,      -, duty,           442000007000-01, unpaid-wages,   department",
                "010101, 442000007201, web,      -, arbitration,    442000007000,    labour-dispute, direction",
                "0102,   -,            letter,   -, arbitration,    442000007000,    labour-dispute, direction",
                "010302, -,            web,      -, administrative, 442000007000,    work-injury,    direction",
                "1302,   -,            web,      -, administrative, 442000007000,    administrative, direction",
                "1102,   -,            web,      -, suggestion,     442000007000,    suggestion,     officer",
                "0701,   442000007201, phone,    -, simple,         442000007000-06, simple,         department",
                "0701,   442000007201, national, -, petition,       442000007000-06, petition,       department",
                "0802,   442000007201, hotline,  -, duty,           442000007000-11, statutory-duty, department",
                "0603,   -,            web,      -, duty,           442000007000,    statutory-duty, officer",
                "1202,   -,            web,      442000007000-05, petition, 442000007000, conduct,   officer",
                "0301,   442000007201, web,      442000007000-08, petition, 442000007000, petition,  department-concerned",
                "0301,   442000007201, web,      442000007000,    petition, 442000000000, petition,  desk-concerned",
                "0502,   -,            web,      -, -,              442000007000-07, officer,        department",
                "-,      -,            web,      -, -,              442000007000,    officer,        officer"
            })
    void suggestsTheWayOfTheLaw(
            String subject,
            String place,
            String channel,
            String concerned,
            String route,
            String unit,
            String reason,
            String handling) {
        assertThat(routing.suggest(subject, place, channel, concerned, TOWN))
                .isEqualTo(new Way(route, unit, reason, handling));
    }

    @Test
    void everyRuleIsHitAndEveryInputIsAnswered() {
        Set<String> hit = new HashSet<>();
        for (String subject : codes()) {
            for (String placed : List.of("unknown", "outside")) {
                for (String channel : List.of("web", "letter")) {
                    for (String concern : List.of("none", "desk")) {
                        Map<String, Object> inputs = new HashMap<>(
                                Map.of("subject", subject, "placed", placed, "channel", channel, "concern", concern));
                        Map<String, Object> route = decisions.ask("complaint-routing", inputs);
                        assertThat(route).as("%s", inputs).containsKeys("route", "reason");
                        hit.add("complaint-routing " + route.get("reason"));
                    }
                }
            }
        }
        for (String route : List.of("petition", "duty", "sealed", "declined", "officer")) {
            for (String department : List.of("", "442000007000-01")) {
                for (String concern : List.of("none", "other", "department", "desk")) {
                    Map<String, Object> handling = decisions.ask(
                            "complaint-handling", Map.of("route", route, "department", department, "concern", concern));
                    assertThat(handling).containsKeys("handler", "reason");
                    hit.add("complaint-handling " + handling.get("reason"));
                }
            }
        }
        assertThat(hit).containsExactlyInAnyOrderElementsOf(rules().keySet());
    }

    @Test
    void everyChannelAndEverySubjectOfTheSeedHasAWay() {
        List<Subject> leaves = subjects.leaves();
        Map<Subject, Way> ways = routing.suggest(leaves, VILLAGE, "web", null, TOWN);
        assertThat(ways.keySet()).isNotEmpty().containsExactlyElementsOf(leaves);
        assertThat(ways)
                .allSatisfy((leaf, way) -> assertThat(way)
                        .as("the same as for it alone")
                        .isEqualTo(routing.suggest(leaf.code(), VILLAGE, "web", null, TOWN)));
        for (String channel : CHANNELS) {
            assertThat(routing.suggest("0701", VILLAGE, channel, null, TOWN).route())
                    .isEqualTo(Set.of("letter", "box", "national").contains(channel) ? "petition" : "simple");
        }
    }

    /** Issue 4, section 3: the complained-of unit and what lies below it never gets the matter, whatever the tables say. */
    @Test
    void neverSuggestsTheUnitComplainedAboutNorOneBelowIt() {
        List<String> units = new ArrayList<>(List.of(TOWN, VILLAGE, CITY, "440000000000", ELSEWHERE));
        DIRECTORY.departments(TOWN).forEach(unit -> units.add(unit.code()));
        for (String concerned : units) {
            for (String desk : List.of(TOWN, TOWN + "-05")) {
                for (String subject : List.of("010102", "0301", "0502", "1201", "1202")) {
                    Way way = routing.suggest(subject, VILLAGE, "letter", concerned, desk);
                    assertThat(way.unit() != null && DIRECTORY.covers(concerned, way.unit()))
                            .as("%s about %s at %s: %s", subject, concerned, desk, way)
                            .isFalse();
                }
            }
        }
    }

    @Test
    void findsTheTownsDepartmentForADeskAbove() {
        assertThat(routing.suggest("010102", VILLAGE, "letter", null, CITY).unit())
                .isEqualTo(TOWN + "-01");
    }

    @Test
    void everyRuleSaysInChineseWhatItIsAbout() {
        assertThat(rules().values()).allSatisfy(words -> assertThat(words).containsPattern("\\p{IsHan}{4}"));
    }

    private List<String> codes() {
        return Stream.concat(subjects.leaves().stream().map(Subject::code), Stream.of("", "ZZ99"))
                .toList();
    }

    /** The words of each rule by its table and the reason it gives; a reason stands for one rule. */
    private static Map<String, String> rules() {
        Map<String, String> rules = new HashMap<>();
        try {
            NodeList found = DocumentBuilderFactory.newDefaultInstance()
                    .newDocumentBuilder()
                    .parse(Path.of("processes/complaint-routing.dmn").toFile())
                    .getElementsByTagName("rule");
            for (int i = 0; i < found.getLength(); i++) {
                Element rule = (Element) found.item(i);
                NodeList outputs = rule.getElementsByTagName("outputEntry");
                String reason = outputs.item(1).getTextContent().strip().replace("\"", "");
                Element decision = (Element) rule.getParentNode().getParentNode();
                String words = rule.getElementsByTagName("description").item(0).getTextContent();
                assertThat(rules.put(decision.getAttribute("id") + " " + reason, words))
                        .as(rule.getAttribute("id"))
                        .isNull();
            }
        } catch (java.io.IOException | javax.xml.parsers.ParserConfigurationException | org.xml.sax.SAXException e) {
            throw new IllegalStateException(e);
        }
        return rules;
    }
}
