package org.qipan.problem;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.web.util.UriComponentsBuilder;

/**
 * Which problems a page shows. It stands in the address, so going back shows the same rows.
 *
 * @param tab {@code raised} by the person or his unit, {@code came} to his unit, or raised {@code below}
 * @param state {@code open}, {@code answered}, {@code closed}; empty for all
 * @param before the last row of the page before, null on the first
 */
record ProblemFilter(String tab, String state, @Nullable UUID before) {

    static final List<String> STATES = List.of("open", "answered", "closed");

    /** @param tab as in the address; anything unknown is {@code usual} */
    static ProblemFilter of(
            @Nullable String tab, @Nullable String state, @Nullable UUID before, List<String> tabs, String usual) {
        return new ProblemFilter(
                tab != null && tabs.contains(tab) ? tab : usual,
                state != null && STATES.contains(state) ? state : "",
                before);
    }

    String condition() {
        String scope = switch (tab) {
            case "came" -> ProblemSight.CAME;
            case "below" -> ProblemSight.BELOW;
            default -> ProblemSight.RAISED;
        };
        String states = switch (state) {
            case "open" -> " and p.state in ('open', 'asked')";
            case "answered" -> " and p.state = 'answered'";
            case "closed" -> " and p.state in ('closed', 'withdrawn')";
            default -> "";
        };
        return scope + states + (before == null ? "" : " and p.id < :before");
    }

    /** @param last where the next page begins, null for the first page */
    String url(@Nullable UUID last) {
        UriComponentsBuilder url = UriComponentsBuilder.fromPath("/problems").queryParam("tab", tab);
        if (!state.isEmpty()) {
            url.queryParam("state", state);
        }
        if (last != null) {
            url.queryParam("before", last);
        }
        return url.build().toUriString();
    }
}
