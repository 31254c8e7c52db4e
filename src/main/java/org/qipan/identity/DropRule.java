package org.qipan.identity;

/**
 * Whether a copy of Keycloak may replace what we have. A list that came back short, a group deleted by mistake or a realm imported empty
 * must not put a whole town before closed doors (security.md 1.7).
 */
record DropRule(int staffBefore, int staffAfter, int postsBefore, int postsAfter) {

    private static final int PERCENT = 5;

    boolean stops() {
        return drops(staffBefore, staffAfter) || drops(postsBefore, postsAfter);
    }

    /** More than five in a hundred; a single one is never too many, so that small towns can let somebody go. */
    private static boolean drops(int before, int after) {
        int lost = before - after;
        return lost > 1 && lost * 100L > (long) before * PERCENT;
    }
}
