package org.qipan;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * What the oldest browser in the villages can read. Android 9 came with a WebView of Chromium 66, and phones without Google's shop may
 * still have it. A script it cannot read is gone as a whole, drafts with it. htmx asks for 80: below it pages work by links and forms.
 */
class ScriptFloorTests {

    /** Everything newer than Chromium 66, with the version that brought it. */
    private static final Map<String, Pattern> NEWER = Map.ofEntries(
            Map.entry("optional chaining (80)", Pattern.compile("\\?\\.(?!\\d)")),
            Map.entry("?? (80)", Pattern.compile("\\?\\?")),
            Map.entry("||= and &&= (85)", Pattern.compile("(\\|\\||&&)=")),
            Map.entry("numeric separator (75)", Pattern.compile("\\b\\d+_\\d")),
            Map.entry("big integer (67)", Pattern.compile("\\b\\d+n\\b")),
            Map.entry("class fields (72)", Pattern.compile("#[a-z]\\w*\\s*[=(;]|\\bstatic\\s*\\{")),
            Map.entry("import() and modules", Pattern.compile("\\bimport\\b|\\bexport\\b")),
            Map.entry("flat, flatMap (69)", Pattern.compile("\\.flat(Map)?\\(")),
            Map.entry("fromEntries (73)", Pattern.compile("\\.fromEntries\\(")),
            Map.entry("matchAll (73)", Pattern.compile("\\.matchAll\\(")),
            Map.entry("replaceAll (85)", Pattern.compile("\\.replaceAll\\(")),
            Map.entry("at (92)", Pattern.compile("\\.at\\(")),
            Map.entry("findLast (97)", Pattern.compile("\\.findLast")),
            Map.entry("hasOwn (93)", Pattern.compile("\\.hasOwn\\(")),
            Map.entry("replaceChildren (86)", Pattern.compile("\\.replaceChildren\\(")),
            Map.entry("requestSubmit (76)", Pattern.compile("\\.requestSubmit\\(")),
            Map.entry("allSettled, any (76)", Pattern.compile("Promise\\.(allSettled|any)\\(")),
            Map.entry("structuredClone (98)", Pattern.compile("\\bstructuredClone\\(")),
            Map.entry("queueMicrotask (71)", Pattern.compile("\\bqueueMicrotask\\(")),
            Map.entry("globalThis (71)", Pattern.compile("\\bglobalThis\\b")),
            Map.entry("randomUUID (92)", Pattern.compile("\\.randomUUID\\(")));

    /** Rules an old phone drops as a whole, where something cannot be used without them. */
    private static final Map<String, Pattern> DROPPED = Map.of(
            "inset (87)", Pattern.compile("[{;\\s]inset\\s*:"),
            "a plain selector in one rule with :has (105)",
                    Pattern.compile(
                            "(?:^|})[^{}@]*(?:,[^{},]*:has\\([^{}]*|:has\\([^{}]*,[^{}:]*)\\{", Pattern.MULTILINE),
            "nesting (120)", Pattern.compile("\\{[^{}]*&"));

    private static final Pattern COMMENT_OR_TEXT = Pattern.compile("//[^\\n]*|/\\*(?s:.*?)\\*/"
            + "|'(?:\\\\.|[^'\\\\\\n])*'|\"(?:\\\\.|[^\"\\\\\\n])*\"|`(?:\\\\.|[^`\\\\])*`"
            + "|(?<=[=(,:;!&|?{}\\n]\\s?)/(?![/*])(?:\\\\.|\\[(?:\\\\.|[^\\]\\\\\\n])*]|[^/\\\\\\n\\[])+/[a-z]*");
    private static final Pattern IN_TEMPLATE = Pattern.compile("\\$\\{([^}]*)}");

    @Test
    void everyScriptIsReadByTheOldestBrowser() {
        Path scripts = ProjectFiles.RESOURCES.resolve("static/js");
        assertThat(ProjectFiles.below(scripts, ".js")).hasSizeGreaterThan(5);
        assertThat(newer(scripts)).isEmpty();
    }

    @Test
    void noStyleThatMattersIsDroppedByIt() {
        List<String> found = new ArrayList<>();
        ProjectFiles.below(ProjectFiles.RESOURCES.resolve("static/css"), ".css")
                .forEach(sheet -> DROPPED.forEach((what, pattern) -> {
                    if (pattern.matcher(ProjectFiles.text(sheet)).find()) {
                        found.add(sheet.getFileName() + ": " + what);
                    }
                }));
        assertThat(found).isEmpty();
        assertThat(DROPPED.get("inset (87)").matcher("a { inset: 0 }").find()).isTrue();
        assertThat(DROPPED.get("a plain selector in one rule with :has (105)")
                        .matcher("a:has(b), c { color: red }")
                        .find())
                .isTrue();
    }

    @Test
    void noticesEachThingThatIsNewer(@TempDir Path folder) throws java.io.IOException {
        Files.writeString(folder.resolve("new.js"), """
                const a = b?.c, d = a ?? 1_000; d ||= 5n;
                class X { #secret = 1 }
                import('x'); [].flat(); Object.fromEntries([]); 'a'.matchAll(/a/g); 'a'.replaceAll('a', 'b'); [].at(-1); [].findLast(f);
                Object.hasOwn(a, 'b'); e.replaceChildren(); e.requestSubmit(); Promise.allSettled([]); structuredClone(a);
                queueMicrotask(f); globalThis.x; crypto.randomUUID();
                """);
        assertThat(newer(folder)).hasSize(NEWER.size());
    }

    @Test
    void readsOverCommentsTextsAndPatternsButNotWhatATextComputes(@TempDir Path folder) throws java.io.IOException {
        Files.writeString(folder.resolve("old.js"), """
                // is it b?.c ?? d
                const q = 'a?.b', r = "x ?? y", s = /a??b?.c/g, t = `c?.d`; /* e ??= f */
                const half = yes ?.5 : 1;
                """);
        assertThat(newer(folder)).isEmpty();
        Files.writeString(folder.resolve("old.js"), "const t = `c ${d?.e}`;");
        assertThat(newer(folder)).containsExactly("old.js: optional chaining (80)");
    }

    private static List<String> newer(Path folder) {
        List<String> found = new ArrayList<>();
        for (Path script : ProjectFiles.below(folder, ".js")) {
            String code = COMMENT_OR_TEXT.matcher(ProjectFiles.text(script)).replaceAll(ScriptFloorTests::computed);
            NEWER.forEach((what, pattern) -> {
                if (pattern.matcher(code).find()) {
                    found.add(script.getFileName() + ": " + what);
                }
            });
        }
        return found;
    }

    /** Of a template its expressions, of everything else nothing. */
    private static String computed(MatchResult part) {
        return part.group().startsWith("`")
                ? IN_TEMPLATE
                        .matcher(part.group())
                        .results()
                        .map(MatchResult::group)
                        .collect(Collectors.joining(" "))
                        .replace("\\", "\\\\")
                        .replace("$", "\\$")
                : " ";
    }
}
