package org.qipan.desk;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What the list is narrowed to; every part comes from the address and may be missing.
 *
 * @param scope {@code mine} or {@code below}
 * @param campaign case the item belongs to
 * @param unit name, pinyin or code as typed
 * @param lamp {@code soon}, {@code over}, {@code paused} or {@code normal}
 * @param text words of title, subject or number
 * @param after key of the last row of the page before
 */
record ListFilter(
        @Nullable String tab,
        @Nullable String scope,
        @Nullable UUID campaign,
        @Nullable String unit,
        @Nullable Long stage,
        @Nullable String lamp,
        @Nullable String text,
        @Nullable String after) {

    static final ListFilter NONE = new ListFilter(null, null, null, null, null, null, null, null);

    /** The tab, or the first one where the address names none that exists. */
    String chosenTab() {
        return tab != null
                        && java.util.List.of("toread", "done", "started", "drafts")
                                .contains(tab)
                ? tab
                : "todo";
    }

    /** The same scope without anything that narrows it. */
    ListFilter scopeOnly() {
        return new ListFilter(tab, scope, null, null, null, null, null, null);
    }

    boolean wantsBelow() {
        return "below".equals(scope);
    }

    public boolean narrowed() {
        return campaign != null || stage != null || filled(unit) || filled(lamp) || filled(text);
    }

    /** Address of the same list from another row on. */
    String url(@Nullable String from) {
        var url = org.springframework.web.util.UriComponentsBuilder.fromPath("/worklist")
                .queryParam("tab", chosenTab());
        add(url, "scope", wantsBelow() ? "below" : null);
        add(url, "campaign", campaign);
        add(url, "unit", unit);
        add(url, "stage", stage);
        add(url, "lamp", lamp);
        add(url, "text", text);
        add(url, "after", from);
        return url.encode().toUriString();
    }

    private static void add(
            org.springframework.web.util.UriComponentsBuilder url, String name, @Nullable Object value) {
        if (value != null && !value.toString().isBlank()) {
            url.queryParam(name, "{" + name + "}").uriVariables(java.util.Map.of(name, value));
        }
    }

    static boolean filled(@Nullable String value) {
        return value != null && !value.isBlank();
    }
}
