package org.qipan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import com.microsoft.playwright.Page;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.qipan.directory.Staff;
import org.qipan.worklist.Copies;
import org.qipan.worklist.Workroom;
import org.springframework.core.io.ClassPathResource;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;

/** The list as a person has arranged it, on a phone and in a browser: nothing sticks out, nobody is shut out, in both languages. */
class OwnListPagesTests {

    private static final String TABLER = "META-INF/resources/webjars/tabler__core/1.4.0/dist/css/tabler.min.css";
    private static final String WORKER = "village-worker@" + Workroom.VILLAGE;
    private static final String OFFICER = "township-officer@" + Workroom.TOWN;

    private final Workroom room = new Workroom();
    private final TestBrowser browser = new TestBrowser();
    private final Page page = browser.browser().newPage();

    @BeforeEach
    void aDayOfWork() throws Exception {
        Staff worker = room.person(WORKER);
        Staff officer = room.person(OFFICER);
        UUID caseId = room.openCase(officer, "6月集中服务活动");
        for (int i = 0; i < 3; i++) {
            room.task(caseId, WORKER, Instant.parse("2026-11-10T16:00:00Z"));
            room.task(caseId, OFFICER, Instant.parse("2026-11-10T16:00:00Z"));
            room.bean(Copies.class).send(caseId, "简报 " + i, null, OFFICER, worker.id());
        }
        room.bean(Copies.class).send(caseId, "通报", "/circulars/1", OFFICER, worker.id());
        for (String name : new String[] {"已超期的几件事要先办好再说其他的事", "Everything overdue", "未读"}) {
            html(post("/worklist/filters").param("lamp", "over").param("name", name), Locale.CHINA);
        }
    }

    @AfterEach
    void close() {
        browser.close();
        room.context.close();
    }

    private String html(MockHttpServletRequestBuilder request, Locale locale) throws Exception {
        return room.mvc()
                .perform(request.with(user("u")).with(csrf()).locale(locale))
                .andReturn()
                .getResponse()
                .getContentAsString();
    }

    private void open(String path, Locale locale) throws Exception {
        // With the sheets in its head, so that no colour is still on its way when axe looks.
        page.setContent(html(get(path), locale)
                .replace("<html>", "<html lang=\"" + locale.toLanguageTag() + "\">")
                .replace("</head>", "<style>" + styles() + "</style></head>"));
    }

    private static String styles() throws Exception {
        StringBuilder styles =
                new StringBuilder(new ClassPathResource(TABLER).getContentAsString(StandardCharsets.UTF_8));
        for (String sheet : new String[] {"app", "desk", "task", "deadline", "service"}) {
            styles.append(Files.readString(ProjectFiles.RESOURCES.resolve("static/css/" + sheet + ".css")));
        }
        return styles.toString();
    }

    @Test
    void fitAPhoneAndShutNobodyOut() throws Exception {
        page.setViewportSize(360, 740);
        List<String> faults = new ArrayList<>();
        for (String path : new String[] {
            "/worklist",
            "/worklist?lamp=over",
            "/worklist?scope=below",
            "/worklist?tab=toread",
            "/worklist/filters",
            "/worklist/reading",
            "/worklist/urging"
        }) {
            open(path, Locale.ENGLISH);
            PageRules.broken(page, path + " in English").forEach(faults::add);
            open(path, Locale.CHINA);
            PageRules.broken(page, path).forEach(faults::add);
            PageRules.inaccessible(page, path).forEach(faults::add);
        }
        assertThat(faults).isEmpty();
    }

    @Test
    void theKeysAreExplainedToEverybody() throws Exception {
        open("/worklist", Locale.CHINA);
        page.evaluate("document.querySelector('dialog').showModal()");
        assertThat(PageRules.inaccessible(page, "keys")).isEmpty();
    }
}
