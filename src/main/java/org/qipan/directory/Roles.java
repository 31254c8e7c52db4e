package org.qipan.directory;

import java.util.List;
import java.util.stream.Stream;

/** The roles a post can carry. A group of another name in Keycloak is not a post. */
public final class Roles {

    /** The roles of the work, in the order people choose from. */
    public static final List<String> WORK = List.of(
            "village-worker",
            "village-head",
            "township-officer",
            "township-leader",
            "district-officer",
            "district-leader",
            "city-officer",
            "city-leader",
            "province-officer",
            "province-leader",
            "department-officer",
            "service-provider",
            "complaint-officer",
            "liaison",
            "evaluator");

    /** The three administrators (GB/T 22239, 三员分立): apart by law from each other and from the work. */
    public static final List<String> SEPARATED = List.of("system-admin", "security-admin", "audit-admin");

    /** {@link #WORK}, then {@link #SEPARATED}. */
    public static final List<String> ALL =
            Stream.concat(WORK.stream(), SEPARATED.stream()).toList();

    private Roles() {}

    public static boolean known(String role) {
        return ALL.contains(role);
    }

    /** Whether it is one of the three administrators' roles: {@link #SEPARATED}. */
    public static boolean separated(String role) {
        return SEPARATED.contains(role);
    }
}
