package org.qipan;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.CDPSession;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Response;
import com.microsoft.playwright.TimeoutError;
import com.microsoft.playwright.options.AriaRole;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.regex.Pattern;
import org.awaitility.Awaitility;

/** One person at one screen, with cookies of his own. Notes everything the browser complains about. */
final class Visitor implements AutoCloseable {

    /** Content-policy reports become console errors, so that one list holds every complaint. */
    private static final String REPORTS = """
            document.addEventListener('securitypolicyviolation', report =>
                console.error('content policy: ' + report.violatedDirective + ' ' + report.blockedURI + ' ' + report.sourceFile + ':' + report.lineNumber));
            """;

    private final BrowserContext context;
    private final List<String> complaints = new ArrayList<>();
    private final Page page;
    private final String origin;

    Visitor(Browser browser, String origin, int width) {
        this.origin = origin;
        context = browser.newContext(new Browser.NewContextOptions()
                .setViewportSize(width, width < 600 ? 740 : 900)
                .setHasTouch(width < 600)
                .setLocale("zh-CN")
                .setTimezoneId("Asia/Shanghai")
                .setBaseURL(origin));
        context.setDefaultTimeout(60_000);
        context.addInitScript(REPORTS);
        page = context.newPage();
        page.onConsoleMessage(message -> {
            // A refused form is an answer, not a fault of the page.
            if (message.type().equals("error") && !message.text().contains("status of 4")) {
                complaints.add(page.url() + " " + message.text());
            }
        });
        page.onResponse(part -> {
            if (part.status() == 404
                    && !List.of("document", "xhr", "fetch")
                            .contains(part.request().resourceType())) {
                complaints.add(page.url() + " misses " + part.url());
            }
        });
        page.onDialog(dialog -> {
            complaints.add(page.url() + " asks: " + dialog.type() + " " + dialog.message());
            dialog.accept();
        });
        page.onPageError(error -> complaints.add(page.url() + " " + error));
    }

    /**
     * 400 ms, and 1 % of the packets lost. Chromium loses packets of calls only, so the loss is given as the speed that TCP has left:
     * 1.22 · 1,460 bytes / (0.4 s · √0.01), about 44 kB a second (Mathis et al. 1997).
     */
    Visitor farFromTheMast() {
        JsonObject line = new JsonObject();
        line.addProperty("offline", false);
        line.addProperty("latency", 400);
        line.addProperty("downloadThroughput", 44_500);
        line.addProperty("uploadThroughput", 44_500);
        CDPSession devtools = context.newCDPSession(page);
        devtools.send("Network.enable");
        devtools.send("Network.emulateNetworkConditions", line);
        return this;
    }

    /** Key of the session this browser has now. */
    String session() {
        return context.cookies().stream()
                .filter(cookie -> cookie.name.equals("SID"))
                .map(cookie -> new String(Base64.getDecoder().decode(cookie.value), StandardCharsets.UTF_8))
                .findFirst()
                .orElseThrow();
    }

    Visitor signIn(String username) {
        page.navigate("/");
        page.fill("#username", username);
        page.fill("#password", TestKeycloak.DEMO_PASSWORD);
        page.click("#kc-login");
        page.waitForURL(origin + "/**");
        return this;
    }

    Page page() {
        return page;
    }

    BrowserContext context() {
        return context;
    }

    List<String> complaints() {
        return complaints;
    }

    /** Opens a page that must be there. */
    Page open(String path) {
        Response answer = page.navigate(path);
        assertThat(answer.status()).as(page.url()).isEqualTo(200);
        return page;
    }

    /** Presses the button with exactly this text, the first in the place, and waits for the page it leads to. */
    void press(Locator place, String text) {
        Locator button = place.getByRole(
                        AriaRole.BUTTON,
                        new Locator.GetByRoleOptions().setName(text).setExact(true))
                .first();
        leave(button::click);
    }

    /** Does what leads to another page; the answer may come from the same address. */
    void leave(Runnable act) {
        page.evaluate("window.stillHere = true");
        act.run();
        try {
            page.waitForFunction("() => !window.stillHere && document.readyState === 'complete'");
        } catch (TimeoutError e) {
            throw new AssertionError("stayed on " + page.url() + " " + complaints + " " + text(), e);
        }
    }

    void press(String text) {
        press(page.locator("#main"), text);
    }

    String text() {
        return page.locator("#main").innerText();
    }

    /** Address of the open task of this subject; waits for the engine to make it. */
    String task(String subject, String title) {
        Locator row = rows(subject, title);
        soon(() -> {
            open("/worklist");
            assertThat(row.count()).as("tasks: " + text()).isPositive();
        });
        return row.first().getAttribute("href").replaceAll("\\?.*", "");
    }

    boolean hasTask(String subject, String title) {
        open("/worklist");
        return rows(subject, title).count() > 0;
    }

    /** A task of the campaign as a whole has its title for a subject, and every other task of it has the title, too. */
    private Locator rows(String subject, String title) {
        Locator exactly = page.locator(".worklist-row-title > span:text-is('" + subject + "')");
        return page.locator("a.worklist-row-link")
                .filter(new Locator.FilterOptions().setHas(exactly))
                .filter(new Locator.FilterOptions().setHasText(title));
    }

    /** Sends the form of the task that is open, with the decision if it asks for one. */
    void submitTask(String decision) {
        if (decision != null) {
            page.check("form.task-work input[name=decision][value=" + decision + "]");
        }
        press(page.locator("form.task-work"), "提交");
    }

    /** Whether the page is wider than the screen. */
    boolean scrollsSideways() {
        return (Boolean) page.evaluate("document.scrollingElement.scrollWidth > window.innerWidth + 1");
    }

    static Pattern saying(String... words) {
        return Pattern.compile(String.join("[\\s\\S]*", words));
    }

    static void soon(Runnable check) {
        Awaitility.await()
                .atMost(Duration.ofSeconds(60))
                .pollInterval(Duration.ofMillis(300))
                .ignoreExceptions()
                .untilAsserted(check::run);
    }

    @Override
    public void close() {
        context.close();
    }
}
