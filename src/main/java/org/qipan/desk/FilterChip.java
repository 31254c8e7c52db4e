package org.qipan.desk;

/**
 * A kept filter above the list.
 *
 * @param count how many match, "99+" beyond the cap; with "+" if only the first of a very long list were looked through
 * @param current whether the list shows exactly this
 */
record FilterChip(String name, String url, String count, boolean current) {}
