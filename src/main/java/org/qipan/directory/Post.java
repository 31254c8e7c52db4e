package org.qipan.directory;

/**
 * A role at a unit: what tasks are given to. People come and go, posts stay.
 *
 * @param role one of the roles of the realm, for example {@code village-worker}
 * @param unit code of the unit
 */
public record Post(String role, String unit) {

    /** The candidate group the engine knows: {@code role@unit}. */
    public String group() {
        return role + "@" + unit;
    }

    /** Reads {@code role@unit}. */
    public static Post of(String group) {
        int at = group.indexOf('@');
        if (at <= 0 || at == group.length() - 1) {
            throw new IllegalArgumentException("not a post: " + group);
        }
        return new Post(group.substring(0, at), group.substring(at + 1));
    }
}
