package org.qipan.ledger;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.qipan.page.Fields;
import org.springframework.util.MultiValueMap;
import org.springframework.web.util.UriComponentsBuilder;

/**
 * Which matters a page shows. It stands in the address, so going back shows the same rows. There is none by person.
 *
 * @param state {@code open}, a state of complaints, or empty
 * @param subject code of a subject, whose lower ones are included
 * @param lamp {@code overdue}, {@code soon} or empty
 * @param from first day of receipt, null without one
 * @param to last day of receipt, null without one
 * @param clock code of a clock whose end lies in {@code year}, empty for none
 * @param kept only those that kept that clock
 * @param q words to search for, empty for none
 * @param before the last row of the page before, null on the first
 */
record LedgerFilter(
        String tab,
        String state,
        String kind,
        String route,
        String channel,
        String subject,
        String lamp,
        @Nullable LocalDate from,
        @Nullable LocalDate to,
        boolean group,
        boolean repeat,
        String clock,
        int year,
        boolean kept,
        String q,
        @Nullable LedgerKey before) {

    static final List<String> STATES = List.of(
            "open",
            "received",
            "forwarded",
            "handling",
            "disputed",
            "signing",
            "serving",
            "carrying",
            "checking",
            "closed",
            "withdrawn",
            "merged");
    static final List<String> KINDS = List.of("none", "inquiry", "help", "suggestion", "complaint", "report");
    static final List<String> ROUTES = List.of(
            "petition",
            "duty",
            "suggestion",
            "simple",
            "litigation",
            "arbitration",
            "appeal",
            "administrative",
            "sealed",
            "declined",
            "concluded",
            "forwarded",
            "entrusted");
    static final List<String> CHANNELS =
            List.of("web", "counter", "phone", "letter", "box", "visit", "mail", "hotline", "national");
    static final List<String> LAMPS = List.of("overdue", "soon");

    /** Clocks that figures tell of. */
    static final List<String> CLOCKS = List.of(
            "petition-routing",
            "petition-notice",
            "petition-objection",
            "petition-handling",
            "complaint-simple",
            "complaint-suggestion",
            "complaint-duty",
            "complaint-carrying",
            "petition-review",
            "petition-second-review");

    /** What is unknown or misspelt is left out. @param tabs those the person has */
    static LedgerFilter of(MultiValueMap<String, String> sent, List<String> tabs) {
        String year = Fields.text(sent, "year");
        String clock = known(sent, "clock", CLOCKS);
        return new LedgerFilter(
                known(sent, "tab", tabs).isEmpty() ? tabs.get(0) : known(sent, "tab", tabs),
                known(sent, "state", STATES),
                known(sent, "kind", KINDS),
                known(sent, "route", ROUTES),
                known(sent, "channel", CHANNELS),
                matching(sent, "subject", "[0-9A-Z]{2,24}"),
                known(sent, "lamp", LAMPS),
                Fields.day(sent.getFirst("from")),
                Fields.day(sent.getFirst("to")),
                Fields.text(sent, "group").equals("1"),
                Fields.text(sent, "repeat").equals("1"),
                year.matches("20\\d\\d") ? clock : "",
                year.matches("20\\d\\d") ? Integer.parseInt(year) : 0,
                Fields.text(sent, "kept").equals("1"),
                Fields.text(sent, "q").replace("\0", ""),
                LedgerKey.of(sent.getFirst("before")));
    }

    private static String known(MultiValueMap<String, String> sent, String field, List<String> values) {
        String value = Fields.text(sent, field);
        return Set.copyOf(values).contains(value) ? value : "";
    }

    private static String matching(MultiValueMap<String, String> sent, String field, String pattern) {
        String value = Fields.text(sent, field);
        return value.matches(pattern) ? value : "";
    }

    /** Whether anything but the tab narrows the list. */
    public boolean narrowed() {
        return !(state + kind + route + channel + subject + lamp + clock + q).isEmpty()
                || from != null
                || to != null
                || group
                || repeat;
    }

    /** Whether the first day comes after the last: that is a slip of the hand, and no matter would answer it. */
    public boolean reversed() {
        return from != null && to != null && from.isAfter(to);
    }

    /** @param path {@code /complaints} or what shows the same otherwise @param last where the next page begins, null for the first */
    String url(String path, @Nullable LedgerKey last) {
        UriComponentsBuilder url = UriComponentsBuilder.fromPath(path).queryParam("tab", tab);
        add(url, "state", state);
        add(url, "kind", kind);
        add(url, "route", route);
        add(url, "channel", channel);
        add(url, "subject", subject);
        add(url, "lamp", lamp);
        add(url, "from", from == null ? "" : from.toString());
        add(url, "to", to == null ? "" : to.toString());
        add(url, "group", group ? "1" : "");
        add(url, "repeat", repeat ? "1" : "");
        add(url, "clock", clock);
        add(url, "year", clock.isEmpty() ? "" : Integer.toString(year));
        add(url, "kept", kept ? "1" : "");
        add(url, "q", q);
        add(url, "before", last == null ? "" : last.text());
        return url.encode().build().toUriString();
    }

    private static void add(UriComponentsBuilder url, String name, String value) {
        if (!value.isEmpty()) {
            // as a variable: what was typed may hold signs that addresses use
            url.queryParam(name, "{" + name + "}").uriVariables(java.util.Map.of(name, value));
        }
    }
}
