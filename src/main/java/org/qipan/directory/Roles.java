package org.qipan.directory;

import java.util.Set;

/** The roles of design.md 5. A group of another name in Keycloak is not a post. */
final class Roles {

    static final Set<String> ALL = Set.of(
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

    private Roles() {}

    static boolean known(String role) {
        return ALL.contains(role);
    }
}
