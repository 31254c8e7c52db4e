package org.qipan;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Page;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** What is true of every page. */
final class PageRules {

    /** A message without text is printed by Thymeleaf as {@code ??key_zh??}; a key that was never looked up stands as it is. */
    private static final Pattern UNTRANSLATED = Pattern.compile(
            "\\?\\?[^?]*\\?\\?|\\b(web|plan|campaign|board|report|service|worklist|desk|task|form|figure|deadline|identity|gazetteer|directory|casefile|absence|feedback|audit|file|signin|act|open|search|problem|assist|extension|joint|sight|follow|grid|notice|staff|handover|roster|subject|ledger|vault|reveal|intake|tracking|resident|complaint|registration|repeat|review|recusal|term|pause|journal|followup|hotline|mailbox|letter|enquiry|demand|supervision|reception|advice|annual|aid)\\.[a-z]+[.a-zA-Z-]*\\b");

    private PageRules() {}

    /** What is wrong with the page at its present width; empty if nothing. */
    static Stream<String> broken(Page page, String where) {
        Matcher key = UNTRANSLATED.matcher(page.locator("body").innerText());
        return Stream.of(
                        key.find() ? Stream.of(where + ": untranslated " + key.group()) : Stream.<String>empty(),
                        gliding(page, where),
                        tooWide(page, where))
                .flatMap(faults -> faults);
    }

    /** A page that glides to its place moves away under a click that is already on its way. */
    static Stream<String> gliding(Page page, String where) {
        return page.evaluate("getComputedStyle(document.documentElement).scrollBehavior")
                        .equals("auto")
                ? Stream.empty()
                : Stream.of(where + ": glides when it scrolls");
    }

    static Stream<String> tooWide(Page page, String where) {
        int width = page.viewportSize().width;
        Number needs = (Number) page.evaluate("document.scrollingElement.scrollWidth");
        return needs.intValue() > width + 1
                ? Stream.of(where + ": needs " + needs + " px and has " + width + ": " + widest(page))
                : Stream.empty();
    }

    /** The main controls a thumb would miss: what is lower than 48 px, of fields, buttons, tabs and the bars at head, foot and bottom. */
    static List<String> tooSmall(Page page) {
        Object found = page.evaluate("""
                () => [...document.querySelectorAll('.btn, button, input, select, textarea, .nav-link, .qp-nav a, .qp-person a, .qp-foot a, .qp-kind')]
                    .filter(e => !e.matches('[type=hidden], [type=checkbox], [type=radio], .qp-skip'))
                    .map(e => ({e, box: e.getBoundingClientRect()}))
                    .filter(({e, box}) => box.width > 1 && box.height > 1 && getComputedStyle(e).visibility === 'visible' && box.height < 47.5)
                    .map(({e, box}) => e.tagName + '.' + e.className + ' ' + (e.textContent || e.name).trim().slice(0, 20) + ' ' + Math.round(box.height))
                """);
        return ((List<?>) found).stream().map(String::valueOf).distinct().toList();
    }

    private static Object widest(Page page) {
        return page.evaluate("""
                () => [...document.body.querySelectorAll('*')].filter(e => {
                    for (let p = e.parentElement; p; p = p.parentElement) if (getComputedStyle(p).overflowX !== 'visible') return false;
                    return e.getBoundingClientRect().right > window.innerWidth + 1; })
                  .slice(0, 3).map(e => e.tagName + '.' + e.className).join(' | ')""");
    }

    /** Findings of axe that shut somebody out. */
    static Stream<String> inaccessible(Page page, String where) {
        return new AxeBuilder(page)
                        .withTags(List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"))
                        .analyze()
                        .getViolations()
                        .stream()
                        .filter(rule -> List.of("serious", "critical").contains(rule.getImpact()))
                        .map(rule -> where + ": " + rule.getId() + " "
                                + rule.getNodes().stream()
                                        .limit(2)
                                        .map(node -> node.getTarget() + " " + node.getHtml())
                                        .toList());
    }
}
