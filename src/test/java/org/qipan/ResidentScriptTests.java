package org.qipan;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.FilePayload;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What resident.js adds, in a real browser and under the policy of the public pages; the pages themselves are tried without it. */
class ResidentScriptTests {

    private static final String POLICY = "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self';"
            + " form-action 'self'; base-uri 'none'; frame-ancestors 'none'";
    private static final String HOST = "http://qipan.test";
    private static final String PAGE = """
            <!DOCTYPE html><html lang="zh-CN"><head><title>x</title><script src="/js/resident.js" defer></script></head><body>
            <a href="/complaint/leave" data-leave>leave</a>
            <ol data-words><li>苹果</li><li>西瓜</li></ol><b data-code>ABCD-EFGH</b><b data-pin>123456</b>
            <button type="button" data-save="receipt.txt" hidden>save</button>
            <button type="button" data-print hidden>print</button>
            <form><textarea name="words">typed</textarea><p data-too-large hidden>too large</p>
            <input type="file" name="file" multiple data-most="10"></form></body></html>
            """;

    private static TestBrowser browser;

    private final List<String> violations = new ArrayList<>();
    private Page page;

    @BeforeAll
    static void open() {
        browser = new TestBrowser();
    }

    @AfterAll
    static void close() {
        browser.close();
    }

    @BeforeEach
    void visit() {
        page = browser.browser().newPage();
        page.onConsoleMessage(message -> violations.add(message.text()));
        page.route(HOST + "/**", ResidentScriptTests::serve);
        page.navigate(HOST + "/track");
        page.navigate(HOST + "/complaint");
    }

    private static void serve(Route route) {
        boolean script = route.request().url().endsWith(".js");
        try {
            route.fulfill(new Route.FulfillOptions()
                    .setStatus(200)
                    .setHeaders(Map.of(
                            "Content-Type",
                            script ? "text/javascript" : "text/html; charset=utf-8",
                            "Content-Security-Policy",
                            POLICY))
                    .setBody(
                            script ? Files.readString(ProjectFiles.RESOURCES.resolve("static/js/resident.js")) : PAGE));
        } catch (java.io.IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    @Test
    void savesTheReceiptAsAFile() throws java.io.IOException {
        Download saved = page.waitForDownload(() -> page.locator("[data-save]").click());
        assertThat(saved.suggestedFilename()).isEqualTo("receipt.txt");
        Path file = saved.path();
        assertThat(Files.readString(file)).isEqualTo("苹果 西瓜\nABCD-EFGH\n123456\n");
        assertThat(page.locator("[data-print]").isVisible()).isTrue();
        assertThat(violations).isEmpty();
    }

    @Test
    void leavingReplacesThePage() {
        page.locator("[data-leave]").click();
        page.waitForURL(HOST + "/complaint/leave");
        page.goBack();
        assertThat(page.url()).as("the form is not in the history").isEqualTo(HOST + "/track");
        assertThat(page.evaluate("localStorage.length + sessionStorage.length")).isEqualTo(0);
    }

    @Test
    void threeTimesEscapeLeaves() {
        for (int i = 0; i < 3; i++) {
            page.keyboard().press("Escape");
        }
        page.waitForURL(HOST + "/complaint/leave");
    }

    @Test
    void saysThatFilesAreTooLargeBeforeTheyAreSent() {
        page.locator("[name=file]").setInputFiles(new FilePayload("a.txt", "text/plain", new byte[11]));
        assertThat(page.locator("[data-too-large]").isVisible()).isTrue();
        assertThat(page.evaluate("document.forms[0].checkValidity()")).isEqualTo(false);
        page.locator("[name=file]").setInputFiles(new FilePayload("a.txt", "text/plain", new byte[9]));
        assertThat(page.locator("[data-too-large]").isVisible()).isFalse();
        assertThat(page.evaluate("document.forms[0].checkValidity()")).isEqualTo(true);
    }
}
