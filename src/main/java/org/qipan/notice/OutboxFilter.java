package org.qipan.notice;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.web.util.UriComponentsBuilder;

/**
 * Which messages a page shows; it stands in the address.
 *
 * @param state {@code waiting}, {@code sent}, {@code dead} or {@code dropped}; empty for all
 * @param text part of a name, or the number of a message
 * @param before last row of the page before, null on the first
 */
record OutboxFilter(
        String state, String channel, String text, @Nullable Long before) {

    static final List<String> STATES = List.of("dead", "waiting", "sent", "dropped");

    private static final int LONGEST = 60;

    static OutboxFilter of(
            @Nullable String state, @Nullable String channel, @Nullable String text, @Nullable Long before) {
        String words = text == null ? "" : text.strip();
        return new OutboxFilter(
                state != null && STATES.contains(state) ? state : "",
                channel == null ? "" : channel,
                words.substring(0, Math.min(LONGEST, words.length())),
                before);
    }

    public boolean filtered() {
        return !(state + channel + text).isEmpty();
    }

    String url(@Nullable Long last) {
        UriComponentsBuilder url = UriComponentsBuilder.fromPath("/notices");
        add(url, "state", state);
        add(url, "channel", channel);
        add(url, "text", text);
        if (last != null) {
            url.queryParam("before", last);
        }
        return url.encode().build().toUriString();
    }

    private static void add(UriComponentsBuilder url, String name, String value) {
        if (!value.isEmpty()) {
            url.queryParam(name, value);
        }
    }
}
