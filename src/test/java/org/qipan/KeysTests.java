package org.qipan;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The keys of list and task in a real browser, on a page with the elements they look for. */
class KeysTests {

    private static final String PAGE = """
            <form class="worklist-filter"><details><summary>filter</summary><input name="text"></details></form>
            <div id="worklist"><ul>
              <li><a class="worklist-row-link" href="#one" id="one">one</a></li>
              <li><a class="worklist-row-link" href="#two" id="two">two</a></li>
            </ul></div>
            <form class="task-work" onsubmit="window.sent = event.submitter.id; return false">
              <textarea id="opinion"></textarea>
              <button class="btn-primary" id="submit">submit</button><button name="next" id="next">next</button>
            </form>
            <form onsubmit="window.sent = 'note'; return false"><textarea id="note"></textarea><button>note</button></form>
            <button hidden data-keys-show id="show">keys</button>
            <dialog data-keys><input type="checkbox" data-keys-off id="off"><form method="dialog"><button id="close">x</button></form></dialog>
            """;

    private final TestBrowser browser = new TestBrowser();
    private final Page page = browser.browser().newPage();

    @BeforeEach
    void open() {
        page.route(
                "http://keys.test/",
                route -> route.fulfill(new com.microsoft.playwright.Route.FulfillOptions()
                        .setContentType("text/html")
                        .setBody(PAGE)));
        visit();
    }

    @AfterEach
    void close() {
        browser.close();
    }

    private void visit() {
        page.navigate("http://keys.test/");
        page.addScriptTag(new Page.AddScriptTagOptions().setPath(ProjectFiles.RESOURCES.resolve("static/js/keys.js")));
    }

    private String focused() {
        return (String) page.evaluate("document.activeElement.id || document.activeElement.name || ''");
    }

    private String sent() {
        return (String) page.evaluate("window.sent || ''");
    }

    @Test
    void movesThroughTheRowsAndOpensOne() {
        page.keyboard().press("j");
        assertThat(focused()).isEqualTo("one");
        page.keyboard().press("j");
        page.keyboard().press("j");
        assertThat(focused()).as("stays on the last").isEqualTo("two");
        page.keyboard().press("ArrowUp");
        assertThat(focused()).isEqualTo("one");
        page.keyboard().press("ArrowDown");
        page.keyboard().press("k");
        page.keyboard().press("Enter");
        page.waitForURL("**#one");
    }

    @Test
    void goesToTheSearchFieldEvenIfItIsFoldedAway() {
        page.keyboard().press("/");
        assertThat(focused()).isEqualTo("text");
        page.keyboard().type("j/k?");
        assertThat(page.inputValue("input[name=text]"))
                .as("keys that are typed are typed")
                .isEqualTo("j/k?");
        assertThat(page.isVisible("dialog")).isFalse();
    }

    @Test
    void submitsTheTaskFromItsOwnFieldsOnly() {
        page.focus("#note");
        page.keyboard().press("Control+Enter");
        assertThat(sent()).isEmpty();
        page.focus("#opinion");
        page.keyboard().press("Control+Enter");
        assertThat(sent()).isEqualTo("submit");
        page.keyboard().press("Control+Shift+Enter");
        assertThat(sent()).isEqualTo("next");
    }

    @Test
    void leavesEveryKeyToAnInputMethodThatComposes() {
        page.focus("#opinion");
        page.evaluate("""
                document.activeElement.dispatchEvent(new KeyboardEvent('keydown',
                    {key: 'Enter', ctrlKey: true, isComposing: true, bubbles: true, cancelable: true}))""");
        assertThat(sent()).isEmpty();
        page.evaluate(
                "document.body.dispatchEvent(new KeyboardEvent('keydown', {key: 'j', isComposing: true, bubbles: true}))");
        assertThat(focused()).isEqualTo("opinion");
    }

    @Test
    void explainsItselfAndCanBeSwitchedOffOnThisComputer() {
        page.keyboard().press("?");
        assertThat(page.isVisible("dialog")).isTrue();
        page.keyboard().press("j");
        page.check("#off");
        page.click("#close");
        page.evaluate("document.activeElement.blur()");
        page.keyboard().press("j");
        page.keyboard().press("?");
        assertThat(page.isVisible("dialog")).isFalse();
        assertThat(focused()).isNotEqualTo("one");
        visit();
        page.keyboard().press("j");
        assertThat(focused()).as("remembered").isEmpty();
        page.click("#show");
        assertThat(page.isChecked("#off")).isTrue();
    }
}
