package org.qipan.form;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.delete;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.put;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.qipan.TestDatabase;
import org.qipan.vault.TestSeal;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;

class FormControllerTests {

    private final StoredDrafts drafts =
            new StoredDrafts(JdbcClient.create(TestDatabase.fresh()), TestSeal.made(), FormFixture.CLOCK);
    private final MockMvc mvc = MockMvcBuilders.standaloneSetup(
                    new FormPreviewController(FormFixture.forms()),
                    new DraftController(
                            drafts, FormFixture.current(FormFixture.WORKER), FormFixture.messages(), FormFixture.CLOCK))
            .setViewResolvers(Pages.views(FormFixture.messages()))
            .defaultRequest(get("/").locale(Locale.SIMPLIFIED_CHINESE))
            .build();
    private static final String BODY = "{\"title\":\"办理 <b>\",\"url\":\"/tasks/1?a=b\",\"values\":{\"name\":[\"甲\"]}}";

    @BeforeEach
    void saveADraft() throws Exception {
        mvc.perform(put("/drafts/task:1").contentType("application/json").content(BODY))
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.text").value("已自动保存 10:32"));
    }

    @Test
    void listsMyDraftsAndLeadsBackToThem() throws Exception {
        mvc.perform(get("/drafts"))
                .andExpect(status().isOk())
                .andExpect(content()
                        .string(allOf(
                                containsString("办理 &lt;b&gt;"),
                                containsString("href=\"/tasks/1?a=b&amp;draft=restore\""),
                                containsString("保存于 2026-11-21 10:32"),
                                containsString("/drafts/task:1/discard"),
                                not(containsString("没有草稿")))));
    }

    @Test
    void anEmptyListSaysHowDraftsComeAbout() throws Exception {
        mvc.perform(delete("/drafts/task:1")).andExpect(status().isNoContent());
        mvc.perform(get("/drafts")).andExpect(content().string(containsString("没有草稿")));
    }

    @Test
    void discardsWithoutJavaScriptAndGoesOn() throws Exception {
        mvc.perform(post("/drafts/task:1/discard"))
                .andExpect(status().isSeeOther())
                .andExpect(header().string("Location", "/tasks/1?a=b"));
        assertThat(drafts.of(FormFixture.WORKER.id())).isEmpty();
    }

    @Test
    void refusesADraftThatLeadsElsewhere() throws Exception {
        mvc.perform(put("/drafts/task:1").contentType("application/json").content(BODY.replace("/tasks/1", "//evil")))
                .andExpect(status().isUnprocessableEntity());
    }

    @Test
    void refusesADraftThatIsTooLargeOrNoJson() throws Exception {
        mvc.perform(put("/drafts/task:1")
                        .contentType("application/json")
                        .content("{\"values\":\"" + "a".repeat(1_100_000) + "\"}"))
                .andExpect(status().isUnprocessableEntity())
                .andExpect(jsonPath("$.text").value("草稿过大或过多，未能保存。文字仍在本页。"));
        mvc.perform(put("/drafts/task:1").contentType("application/json").content("{"))
                .andExpect(status().isUnprocessableEntity());
        assertThat(drafts.find(FormFixture.WORKER.id(), "task:1").orElseThrow().json())
                .contains("甲");
    }

    @Test
    void offersTheDraftOnReturn() {
        Map<String, Object> model =
                Map.of("draft", drafts.of(FormFixture.WORKER.id()).get(0).offer());
        assertThat(Pages.print(FormFixture.messages(), "form/_draft-offer", model))
                .contains("有一份 2026-11-21 10:32 保存的草稿。", "恢复", "放弃", "idempotencyKey");
    }

    @Test
    void showsTheQuestionsTheAnswersOpen() throws Exception {
        mvc.perform(post("/forms/every-component/preview")
                        .param("kind", "other")
                        .param("caseName", "案件一"))
                .andExpect(status().isOk())
                .andExpect(content()
                        .string(allOf(
                                containsString("id=\"form-every-component\""),
                                containsString("name=\"other\""),
                                containsString("案件一"),
                                not(containsString("field-error")))));
    }

    @Test
    void addsARowOnRequest() throws Exception {
        mvc.perform(post("/forms/every-component/preview")
                        .param("people[0].who", "甲")
                        .param("_add", "people"))
                .andExpect(content().string(allOf(containsString("people[1].who"), containsString("value=\"甲\""))));
    }

    @Test
    void knowsNoOtherForms() throws Exception {
        mvc.perform(post("/forms/no-such-form/preview")).andExpect(status().isNotFound());
        mvc.perform(get("/forms/every-component/preview")).andExpect(status().isMethodNotAllowed());
    }
}
