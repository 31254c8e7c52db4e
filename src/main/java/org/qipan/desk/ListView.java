package org.qipan.desk;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the list page prints.
 *
 * @param next address of the next page, null on the last
 * @param first address of the beginning, null if this is it
 * @param todo number of items to do and {@code toRead} of copies, "99+" beyond the cap
 * @param below whether this person may look down at all
 * @param chips the person's own filters; empty in every list but 待办
 * @param offered what the filter bar offers; nothing in every list but 待办
 * @param nextDue last day of the next item if this list is empty although there are others, empty if none
 */
record ListView(
        ListFilter filter,
        List<ListRow> rows,
        @Nullable String next,
        @Nullable String first,
        String self,
        String todo,
        String toRead,
        boolean below,
        boolean posts,
        OpenLists.Choices offered,
        String nextDue,
        String version,
        List<FilterChip> chips) {

    private static final int CAP = 100;

    static String capped(int count) {
        return count >= CAP ? (CAP - 1) + "+" : String.valueOf(count);
    }

    public String tab() {
        return filter.chosenTab();
    }

    /** Whether the filter that is set can be kept under a name: only open items have kept filters, and this one is not kept yet. */
    public boolean keepable() {
        return "todo".equals(tab())
                && (filter.narrowed() || filter.wantsBelow())
                && chips.stream().noneMatch(FilterChip::current);
    }

    /** Whether an order can be chosen here. */
    public boolean sortable() {
        return "todo".equals(tab()) && !filter.wantsBelow();
    }

    /** Address of the list as it is before anything is chosen. */
    public String all() {
        return ListFilter.NONE.url(null);
    }

    /** Whether nothing is chosen. */
    public boolean shownWhole() {
        return !filter.narrowed() && !filter.wantsBelow();
    }

    /** Address of what can be done with all rows at once, null if nothing can. */
    public @Nullable String bulk() {
        if (rows.isEmpty()) {
            return null;
        }
        if ("toread".equals(tab())) {
            return filter.url("/worklist/reading", null);
        }
        return "todo".equals(tab()) && filter.wantsBelow() && below ? filter.url("/worklist/urging", null) : null;
    }

    /** Part of the message keys of an empty list. */
    public String emptyKey() {
        if (filter.narrowed()) {
            return "filtered";
        }
        return filter.wantsBelow() && "todo".equals(tab()) ? "below" : tab();
    }
}
