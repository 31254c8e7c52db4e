package org.qipan.mailbox;

import java.util.Locale;
import java.util.Set;
import org.springframework.web.util.HtmlUtils;

/** HTML as somebody would read it aloud: no tag, no address of a picture, no script is left. One pass, whatever was sent. */
final class PlainHtml {

    private static final Set<String> BREAKS = Set.of(
            "br", "p", "div", "li", "tr", "h1", "h2", "h3", "h4", "h5", "h6", "table", "ul", "ol", "blockquote", "hr");
    private static final Set<String> SILENT = Set.of("script", "style", "head", "title", "noscript", "template");

    private PlainHtml() {}

    static String text(String html) {
        var out = new StringBuilder();
        int at = 0;
        while (at < html.length()) {
            int open = html.indexOf('<', at);
            if (open < 0) {
                break;
            }
            words(out, html.substring(at, open));
            at = after(html, open, out);
        }
        if (at < html.length()) {
            words(out, html.substring(at));
        }
        return HtmlUtils.htmlUnescape(out.toString())
                .replace('\u00a0', ' ')
                .lines()
                .map(String::strip)
                .reduce(new StringBuilder(), PlainHtml::line, StringBuilder::append)
                .toString()
                .strip();
    }

    /** Where to read on after the tag at {@code open}. */
    private static int after(String html, int open, StringBuilder out) {
        if (html.startsWith("<!--", open)) {
            return behind(html, "-->", open);
        }
        int close = behind(html, ">", open);
        String name = name(html, open + 1);
        if (SILENT.contains(name)) {
            int end = find(html, "</" + name, close);
            return end < 0 ? html.length() : behind(html, ">", end);
        }
        if (BREAKS.contains(name.startsWith("/") ? name.substring(1) : name)) {
            out.append('\n');
        } else if ("td".equals(name) || "th".equals(name)) {
            out.append(' ');
        }
        return close;
    }

    private static int behind(String html, String mark, int from) {
        int found = html.indexOf(mark, from);
        return found < 0 ? html.length() : found + mark.length();
    }

    private static int find(String html, String mark, int from) {
        for (int at = html.indexOf('<', from); at >= 0; at = html.indexOf('<', at + 1)) {
            if (html.regionMatches(true, at, mark, 0, mark.length())) {
                return at;
            }
        }
        return -1;
    }

    private static String name(String html, int from) {
        int end = from;
        while (end < html.length()
                && end - from < 12
                && (Character.isLetterOrDigit(html.charAt(end)) || end == from && html.charAt(end) == '/')) {
            end++;
        }
        return html.substring(from, end).toLowerCase(Locale.ROOT);
    }

    private static void words(StringBuilder out, String text) {
        out.append(text.replaceAll("\\s+", " "));
    }

    /** No two empty lines behind each other. */
    private static StringBuilder line(StringBuilder out, String line) {
        if (line.isEmpty()
                && out.length() >= 2
                && out.charAt(out.length() - 1) == '\n'
                && out.charAt(out.length() - 2) == '\n') {
            return out;
        }
        return out.append(line).append('\n');
    }
}
