package org.qipan.hotline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.jwt;
import static org.springframework.security.test.web.servlet.setup.SecurityMockMvcConfigurers.springSecurity;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.PlainJWT;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.qipan.Replay;
import org.qipan.SignedIn;
import org.qipan.campaign.DemoPeople;
import org.qipan.complaint.Petitioner;
import org.qipan.directory.Staff;
import org.qipan.limit.Limit;
import org.qipan.limit.Limits;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.springframework.test.web.servlet.request.RequestPostProcessor;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import org.springframework.web.context.WebApplicationContext;

@Replay
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class HotlineTests {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String URL = "/api/v1/complaints";
    private static final String TOWN = "442000007000";
    private static final String VILLAGE = "442000007201";
    private static final String WORDS = "楼下烧烤摊油烟太大，夜里一点还在营业。";

    @Autowired
    private DemoPeople people;

    @Autowired
    private Petitioner petitioner;

    @Autowired
    private JdbcClient jdbc;

    private MockMvc mvc;
    private SignedIn pages;

    @BeforeAll
    void everybodyIsThere(@Autowired WebApplicationContext context) {
        people.arrive();
        pages = new SignedIn(context);
        mvc = MockMvcBuilders.webAppContextSetup(context)
                .apply(springSecurity())
                .build();
    }

    private static RequestPostProcessor as(String client) {
        return jwt().jwt(token -> token.claim("client_id", client))
                .authorities(new SimpleGrantedAuthority("SCOPE_complaints"));
    }

    private MockHttpServletResponse ask(MockHttpServletRequestBuilder request) throws Exception {
        MockHttpServletResponse answer = mvc.perform(request).andReturn().getResponse();
        answer.setCharacterEncoding("UTF-8");
        assertThat(answer.getHeader("Set-Cookie")).isNull();
        return answer;
    }

    private MockHttpServletResponse send(String key, String body) throws Exception {
        return ask(post(URL)
                .with(as("app-hotline"))
                .header("Idempotency-Key", key)
                .contentType(MediaType.APPLICATION_JSON)
                .content(body));
    }

    private static ObjectNode body(String number) {
        ObjectNode body = JSON.createObjectNode()
                .put("outsideNumber", number)
                .put("mode", "confidential")
                .put("words", WORDS)
                .put("place", VILLAGE);
        body.putObject("contact").put("name", "王小兰").put("phone", "13800001234");
        return body;
    }

    private static String number() {
        return "ZS-" + UUID.randomUUID();
    }

    private static JsonNode json(MockHttpServletResponse answer) throws Exception {
        return JSON.readTree(answer.getContentAsString());
    }

    private static List<String> wrong(MockHttpServletResponse answer) throws Exception {
        assertThat(answer.getStatus()).isEqualTo(422);
        assertThat(answer.getContentType()).startsWith("application/problem+json");
        assertThat(answer.getContentAsString()).doesNotContain("Exception", "org.qipan", "\\tat ", "王小兰");
        List<String> fields = new ArrayList<>();
        json(answer).path("errors").forEach(each -> {
            assertThat(each.path("message").asText()).isNotBlank();
            fields.add(each.path("field").asText());
        });
        return fields;
    }

    private int matters() {
        return jdbc.sql("select count(*) from complaint").query(Integer.class).single();
    }

    @Test
    void registersAMatterOfTheHotlineOnItsDesk() throws Exception {
        String number = number();
        MockHttpServletResponse answer =
                send(UUID.randomUUID().toString(), body(number).toString());
        assertThat(answer.getStatus()).isEqualTo(201);
        JsonNode taken = json(answer);
        UUID id = UUID.fromString(taken.path("id").asText());
        assertThat(answer.getHeader("Location")).isEqualTo("/api/v1/complaints/" + id);
        assertThat(jdbc.sql("select channel, mode, desk, outside_number from complaint where id = ?")
                        .param(id)
                        .query()
                        .singleRow())
                .containsEntry("channel", "hotline")
                .containsEntry("mode", "confidential")
                .containsEntry("desk", TOWN)
                .containsEntry("outside_number", number);
        Staff officer = people.in("complaint-officer", TOWN);
        assertThat(pages.page(officer, "/complaints/" + id))
                .contains(WORDS, number)
                .doesNotContain("王小兰");

        for (String reference : List.of(number, id.toString(), id.toString().toUpperCase(java.util.Locale.ROOT))) {
            MockHttpServletResponse read = ask(get(URL + "/" + reference).with(as("app-hotline")));
            assertThat(read.getStatus()).isEqualTo(200);
            JsonNode standing = json(read);
            assertThat(standing.path("state").asText()).isEqualTo("received");
            assertThat(standing.path("stateText").asText()).isEqualTo("待分类");
            assertThat(standing.path("open").asBoolean()).isTrue();
            assertThat(standing.at("/steps/0/state").asText()).isEqualTo("done");
            assertThat(standing.at("/steps/1/due").asText()).matches("20\\d\\d-\\d\\d-\\d\\d");
            assertThat(standing.at("/steps/1/holder").asText()).contains("信访专员");
            assertThat(read.getContentAsString()).doesNotContain("王小兰", "13800001234", "烧烤");
        }
    }

    @Test
    void tellsNobodyWhatWasReportedOneLevelUp() throws Exception {
        JsonNode taken = json(send(UUID.randomUUID().toString(), body(number()).toString()));
        UUID id = UUID.fromString(taken.path("id").asText());
        petitioner.alarm(id, "pressed", "办公室打电话要我撤回。");
        assertThat(petitioner.of(id).parts()).as("he reads of it himself").hasSize(1);
        MockHttpServletResponse read = ask(get(URL + "/" + id).with(as("app-hotline")));
        assertThat(read.getStatus()).isEqualTo(200);
        assertThat(json(read).path("parts")).isEmpty();
    }

    @Test
    void answersTheSameKeyWithTheSameAnswerAndAnotherBodyWithARefusal() throws Exception {
        String key = UUID.randomUUID().toString();
        String body = body(number()).toString();
        int before = matters();
        MockHttpServletResponse first = send(key, body);
        MockHttpServletResponse again = send(key, body);
        assertThat(again.getStatus()).isEqualTo(201);
        assertThat(again.getContentAsString()).isEqualTo(first.getContentAsString());
        MockHttpServletResponse other = send(key, body(number()).toString());
        assertThat(other.getStatus()).isEqualTo(422);
        assertThat(json(other).path("type").asText()).isEqualTo("urn:qipan:problem:reused");
        MockHttpServletResponse known = send(UUID.randomUUID().toString(), body);
        assertThat(known.getStatus()).isEqualTo(409);
        assertThat(matters()).isEqualTo(before + 1);
        assertThat(ask(post(URL)
                                .with(as("app-hotline"))
                                .contentType(MediaType.APPLICATION_JSON)
                                .content(body))
                        .getStatus())
                .as("without a key")
                .isEqualTo(400);
    }

    @Test
    void oneMatterComesOfOneKeyInParallel() throws Exception {
        int before = matters();
        String key = UUID.randomUUID().toString();
        String body = body(number()).toString();
        Callable<String> call = () -> send(key, body).getContentAsString();
        var threads = Executors.newFixedThreadPool(4);
        try {
            List<Future<String>> answers = threads.invokeAll(List.of(call, call, call, call));
            for (Future<String> answer : answers) {
                assertThat(answer.get())
                        .contains("\"id\"")
                        .isEqualTo(answers.get(0).get());
            }
        } finally {
            threads.shutdownNow();
        }
        assertThat(matters()).isEqualTo(before + 1);
    }

    @Test
    void namesEveryFieldThatIsWrong() throws Exception {
        int before = matters();
        ObjectNode wrong = JSON.createObjectNode()
                .put("outsideNumber", "a/b")
                .put("mode", "secret")
                .put("people", 0);
        wrong.put("place", "新伦村").put("received", "今天").put("wordz", "x").put("concernedWords", 7);
        wrong.putArray("hidden").add("x");
        wrong.putObject("contact").put("fax", "1");
        assertThat(wrong(send("12345678", wrong.toString())))
                .contains(
                        "outsideNumber",
                        "mode",
                        "people",
                        "place",
                        "received",
                        "wordz",
                        "concernedWords",
                        "hidden",
                        "words",
                        "contact.fax",
                        "contact.name",
                        "contact.phone");
        assertThat(wrong(send(
                        "12345679", body(number()).put("place", "442000007999").toString())))
                .containsExactly("place");
        assertThat(wrong(send(
                        "12345680", body(number()).put("place", "350212105000").toString())))
                .as("another city")
                .containsExactly("place");
        ObjectNode hiding = body(number());
        hiding.putArray("hidden").add("440000000000");
        assertThat(wrong(send("12345681", hiding.toString())))
                .as("nobody is left")
                .containsExactly("hidden");
        assertThat(wrong(
                        send("12345682", body(number()).put("mode", "anonymous").toString())))
                .containsExactly("contact");
        assertThat(wrong(send(
                        "12345683",
                        body(number()).put("words", "长".repeat(5001)).toString())))
                .containsExactly("words");
        for (String unreadable : List.of("", "[]", "{", "{\"mode\":\"named\",\"mode\":\"anonymous\"}", "{} {}", "x")) {
            assertThat(send("12345684", unreadable).getStatus()).as(unreadable).isEqualTo(400);
        }
        assertThat(matters()).isEqualTo(before);
    }

    @Test
    void keepsNothingOfWhoStaysAnonymous() throws Exception {
        ObjectNode body = body(number()).put("mode", "anonymous");
        body.remove("contact");
        MockHttpServletResponse answer = send(UUID.randomUUID().toString(), body.toString());
        assertThat(answer.getStatus()).isEqualTo(201);
    }

    @Test
    void refusesWhatIsTooLargeOrNoJson() throws Exception {
        assertThat(send("12345678", " ".repeat(1 << 20) + "{}").getStatus()).isEqualTo(413);
        assertThat(ask(post(URL)
                                .with(as("app-hotline"))
                                .header("Idempotency-Key", "12345678")
                                .contentType(MediaType.APPLICATION_FORM_URLENCODED)
                                .content("a=b"))
                        .getStatus())
                .isEqualTo(415);
    }

    @Test
    void tellsAClientNothingOfOthers() throws Exception {
        String number = number();
        UUID id = UUID.fromString(
                json(send(UUID.randomUUID().toString(), body(number).toString()))
                        .path("id")
                        .asText());
        String elsewhere =
                ask(get(URL + "/ZS-nowhere").with(as("other-hotline"))).getContentAsString();
        for (String reference : List.of(number, id.toString())) {
            MockHttpServletResponse answer = ask(get(URL + "/" + reference).with(as("other-hotline")));
            assertThat(answer.getStatus()).isEqualTo(404);
            assertThat(answer.getContentAsString().replace(reference, ""))
                    .isEqualTo(elsewhere.replace("ZS-nowhere", ""));
        }
        assertThat(ask(get(URL + "/" + number).with(as("unbound"))).getStatus()).isEqualTo(403);
    }

    @Test
    void asksAClientThatCallsTooOftenToWait(@Autowired Limits limits) throws Exception {
        assertThat(ask(get(URL + "/x").with(as("busy-hotline"))).getStatus()).isEqualTo(404);
        for (int i = 0; i < 400; i++) {
            limits.allows(Limit.CALLS_OF_CLIENT, "busy-hotline");
        }
        MockHttpServletResponse busy = ask(get(URL + "/x").with(as("busy-hotline")));
        assertThat(busy.getStatus()).isEqualTo(429);
        assertThat(busy.getHeader("Retry-After")).isNotBlank();
        assertThat(ask(get(URL + "/x").with(as("app-hotline"))).getStatus()).isEqualTo(404);
    }

    @Test
    void opensByATokenWithTheScopeAndByNothingElse() throws Exception {
        assertThat(ask(get(URL + "/x")).getStatus()).isEqualTo(401);
        assertThat(ask(get(URL + "/x")).getHeader("WWW-Authenticate")).isEqualTo("Bearer");
        String none = new PlainJWT(new JWTClaimsSet.Builder().subject("x").build()).serialize();
        assertThat(ask(get(URL + "/x").header("Authorization", "Bearer " + none))
                        .getStatus())
                .isEqualTo(401);
        assertThat(ask(get(URL + "/x").param("access_token", none)).getStatus()).isEqualTo(401);
        assertThat(ask(get(URL + "/x").with(jwt().jwt(token -> token.claim("client_id", "app-hotline"))))
                        .getStatus())
                .as("scope read")
                .isEqualTo(403);
        assertThat(ask(get("/api/v1/other").with(as("app-hotline"))).getStatus())
                .isEqualTo(404);
        assertThat(ask(get("/api/v2/complaints")).getStatus()).isEqualTo(401);
    }

    @Test
    void describesItselfToEverybody() throws Exception {
        MockHttpServletResponse yaml = ask(get("/api/v1/openapi.yaml"));
        assertThat(yaml.getStatus()).isEqualTo(200);
        assertThat(yaml.getContentAsString()).startsWith("openapi: 3.1.0");
        MockHttpServletResponse page = ask(get("/api"));
        assertThat(page.getStatus()).isEqualTo(200);
        assertThat(page.getContentAsString()).contains("openapi.yaml", "outsideNumber", "safely", "Idempotency-Key");
    }
}
