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
        List<OpenLists.Choice> campaigns,
        List<OpenLists.Choice> stages,
        String nextDue,
        String version) {

    private static final int CAP = 100;

    static String capped(int count) {
        return count >= CAP ? (CAP - 1) + "+" : String.valueOf(count);
    }

    public String tab() {
        return filter.chosenTab();
    }

    /** Part of the message keys of an empty list. */
    public String emptyKey() {
        if (filter.narrowed()) {
            return "filtered";
        }
        return filter.wantsBelow() && "todo".equals(tab()) ? "below" : tab();
    }
}
