package org.qipan.directory;

import java.util.Set;

/** The roles a post can carry. A group of another name in Keycloak is not a post. */
public final class Roles {

    public static final Set<String> ALL = Set.of(
            "village-worker",
            "village-head",
            "township-officer",
            "township-leader",
            "district-officer",
            "district-leader",
            "city-officer",
            "city-leader",
            "province-officer",
            "complaint-officer",
            "liaison",
            "evaluator",
            "department-officer",
            "service-provider",
            "system-admin",
            "security-admin",
            "audit-admin");

    /** The three administrators (GB/T 22239, 三员分立): apart by law from each other and from the work. */
    public static final Set<String> SEPARATED = Set.of("system-admin", "security-admin", "audit-admin");

    private Roles() {}

    public static boolean known(String role) {
        return ALL.contains(role);
    }

    /** Whether it is one of the three administrators' roles: {@link #SEPARATED}. */
    public static boolean separated(String role) {
        return SEPARATED.contains(role);
    }
}
