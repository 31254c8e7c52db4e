package org.qipan.web;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.qipan.directory.Roles;
import org.qipan.directory.Staff;

/** The entries of the left navigation and of the phone's bottom bar, by duty: nobody sees what he cannot use. */
final class Menu {

    private static final Set<String> VILLAGE = Set.of("village-worker", "village-head");
    private static final Set<String> DESK = Set.of(
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
            "evaluator");
    private static final Set<String> FIGURES = Set.of(
            "township-officer",
            "township-leader",
            "district-officer",
            "district-leader",
            "city-officer",
            "city-leader",
            "province-officer",
            "province-leader",
            "evaluator");
    private static final Set<String> WORK = Set.copyOf(Roles.WORK);
    private static final Set<String> LEADERS =
            Set.of("township-leader", "district-leader", "city-leader", "province-leader");
    /** Leaders look at figures; they record nothing. */
    private static final Set<String> RECORDING =
            WORK.stream().filter(role -> !LEADERS.contains(role)).collect(Collectors.toUnmodifiableSet());

    /** Whoever sorts, handles or answers for complaints. */
    private static final Set<String> COMPLAINTS = Set.of(
            "complaint-officer",
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
            "service-provider");

    private static final Set<String> ALL = Set.copyOf(Roles.ALL);

    private static final List<Entry> ENTRIES = List.of(
            new Entry("home", "/", "home", ALL, true),
            new Entry("one-page", "/campaigns/one-page", "page", LEADERS, true),
            new Entry("worklist", "/worklist", "inbox", WORK, true),
            new Entry("records", "/work-records", "pencil", RECORDING, true),
            new Entry("campaigns", "/campaigns", "flag", union(DESK, VILLAGE), true),
            new Entry("problems", "/problems", "raise", WORK, false),
            new Entry("complaints", "/complaints", "letter", COMPLAINTS, false),
            new Entry("reports", "/reports", "table", FIGURES, false),
            new Entry("directory", "/directory", "tree", ALL, false),
            new Entry("substitutions", "/substitutions", "swap", WORK, false),
            new Entry("my-notices", "/notices/mine", "bell", ALL, false),
            new Entry("calendar", "/calendar", "calendar", ALL, false),
            new Entry("subjects", "/subjects", "tag", Set.of("system-admin", "complaint-officer"), false),
            new Entry("terms", "/deadlines/terms", "calendar", Set.of("system-admin", "complaint-officer"), false),
            new Entry("staff", "/staff", "people", Set.of("system-admin", "security-admin"), false),
            new Entry("import", "/directory/import", "upload", Set.of("system-admin"), false),
            new Entry("notices", "/notices", "send", Set.of("system-admin"), false),
            new Entry("hotline", "/hotline", "swap", Set.of("system-admin"), false),
            new Entry("operations", "/operations", "pulse", Set.of("system-admin"), false),
            new Entry("feedback", "/feedback/all", "speech", Set.of("system-admin"), false),
            new Entry("audit", "/audit", "shield", Set.of("audit-admin"), false));

    private Menu() {}

    /** The entries for a person, the one the address belongs to marked as current. */
    static List<Item> of(Staff staff, String path) {
        String current = ENTRIES.stream()
                .filter(entry -> path.equals(entry.url) || !entry.url.equals("/") && path.startsWith(entry.url))
                .map(Entry::url)
                .reduce("", (longest, url) -> url.length() > longest.length() ? url : longest);
        return ENTRIES.stream()
                .filter(entry -> staff.posts().stream().anyMatch(post -> entry.roles.contains(post.role())))
                .map(entry -> new Item(
                        "web.menu." + entry.key, entry.url, entry.icon, entry.url.equals(current), entry.phone))
                .toList();
    }

    private static Set<String> union(Set<String> one, Set<String> other) {
        return Stream.concat(one.stream(), other.stream()).collect(Collectors.toUnmodifiableSet());
    }

    private record Entry(String key, String url, String icon, Set<String> roles, boolean phone) {}

    /** @param phone whether it stands in the bottom bar of a phone, too */
    record Item(String text, String url, String icon, boolean current, boolean phone) {}
}
