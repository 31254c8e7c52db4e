package org.qipan.desk;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.web.util.UriComponentsBuilder;

/**
 * What the list is narrowed to; every part comes from the address and may be missing.
 *
 * @param scope {@code mine} or {@code below}
 * @param campaign case the item belongs to
 * @param unit name, pinyin or code as typed
 * @param lamp {@code soon}, {@code over}, {@code paused} or {@code normal}
 * @param text words of title, subject or number
 * @param unread only what the person has not opened yet; among his own items alone
 * @param after key of the last row of the page before
 * @param sort the person's own setting, never part of an address: {@code newest}, or anything else for the order of due dates
 */
record ListFilter(
        @Nullable String tab,
        @Nullable String scope,
        @Nullable UUID campaign,
        @Nullable String unit,
        @Nullable Long stage,
        @Nullable String lamp,
        @Nullable String text,
        @Nullable Boolean unread,
        @Nullable String after,
        @Nullable String sort) {

    static final ListFilter NONE = new ListFilter(null, null, null, null, null, null, null, null, null, null);

    private static final int LONGEST = 60;
    private static final List<String> LAMPS = List.of("over", "soon", "paused", "normal");

    /** The tab, or the first one where the address names none that exists. */
    String chosenTab() {
        return tab != null && List.of("toread", "done", "started", "drafts").contains(tab) ? tab : "todo";
    }

    /** The same scope without anything that narrows it. */
    ListFilter scopeOnly() {
        return new ListFilter(tab, scope, null, null, null, null, null, null, null, null);
    }

    /** The same list from another row on, in the order a person has chosen. */
    ListFilter placed(@Nullable String from, String order) {
        return new ListFilter(tab, scope, campaign, unit, stage, lamp, text, unread, from, order);
    }

    /** The same conditions on another list, from its beginning. */
    ListFilter of(@Nullable String otherTab, @Nullable String otherScope) {
        return new ListFilter(otherTab, otherScope, campaign, unit, stage, lamp, text, unread, null, null);
    }

    /** What of it can be kept under a name: the conditions on open items, each in its one form. */
    ListFilter conditions() {
        return new ListFilter(
                null,
                wantsBelow() ? "below" : null,
                campaign,
                word(unit),
                stage,
                lamp != null && LAMPS.contains(lamp) ? lamp : null,
                word(text),
                onlyUnread() ? Boolean.TRUE : null,
                null,
                null);
    }

    private static @Nullable String word(@Nullable String typed) {
        if (typed == null || typed.isBlank()) {
            return null;
        }
        String word = typed.strip();
        return word.substring(0, Math.min(LONGEST, word.length()));
    }

    /** Areas above are read by due date only: no index serves another order there. */
    public boolean newestFirst() {
        return "newest".equals(sort) && !wantsBelow();
    }

    PageKey start() {
        return newestFirst() ? PageKey.NEWEST : PageKey.FIRST;
    }

    /** Items of units below are not this person's to open, so they are neither read nor unread. */
    boolean onlyUnread() {
        return Boolean.TRUE.equals(unread) && !wantsBelow();
    }

    boolean wantsBelow() {
        return "below".equals(scope);
    }

    public boolean narrowed() {
        return campaign != null || stage != null || filled(unit) || filled(lamp) || filled(text) || onlyUnread();
    }

    /** Address of the same list from another row on. */
    String url(@Nullable String from) {
        return url("/worklist", from);
    }

    /** Address of a page about the same rows. */
    String url(String path, @Nullable String from) {
        var url = UriComponentsBuilder.fromPath(path);
        fields().forEach((name, value) -> add(url, name, value));
        if (filled(from)) {
            add(url, "after", from);
        }
        return url.encode().toUriString();
    }

    /** What the list is narrowed to, by the names of the address; a form that leads back to the list carries it along. */
    public Map<String, String> fields() {
        Map<String, @Nullable Object> all = new LinkedHashMap<>();
        all.put("tab", chosenTab());
        all.put("scope", wantsBelow() ? "below" : null);
        all.put("campaign", campaign);
        all.put("unit", unit);
        all.put("stage", stage);
        all.put("lamp", lamp);
        all.put("text", text);
        all.put("unread", onlyUnread() ? "true" : null);
        Map<String, String> fields = new LinkedHashMap<>();
        all.forEach((name, value) -> {
            if (value != null && !value.toString().isBlank()) {
                fields.put(name, value.toString());
            }
        });
        return fields;
    }

    private static void add(UriComponentsBuilder url, String name, @Nullable String value) {
        url.queryParam(name, "{" + name + "}").uriVariables(Map.of(name, String.valueOf(value)));
    }

    static boolean filled(@Nullable String value) {
        return value != null && !value.isBlank();
    }
}
