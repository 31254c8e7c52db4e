package org.qipan.staff;

import static org.qipan.directory.UnitKind.COUNTY;
import static org.qipan.directory.UnitKind.DEPARTMENT;
import static org.qipan.directory.UnitKind.INSTITUTION;
import static org.qipan.directory.UnitKind.PREFECTURE;
import static org.qipan.directory.UnitKind.PROVINCE;
import static org.qipan.directory.UnitKind.TOWNSHIP;
import static org.qipan.directory.UnitKind.VILLAGE;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.qipan.directory.Directory;
import org.qipan.directory.Post;
import org.qipan.directory.Roles;
import org.qipan.directory.Staff;
import org.qipan.directory.Unit;
import org.qipan.directory.UnitKind;
import org.springframework.stereotype.Component;

/**
 * Which posts one person may hold and who may give them. The three administrators are separated from each other and from the work
 * (GB/T 22239, 三员分立): nobody holds two of them, none of them works on cases. The system administrator looks after people and the posts of
 * the work; only a security administrator makes administrators, so that whoever runs the system does not choose who watches him.
 */
@Component
public class PostRules {

    static final String SYSTEM = "system-admin";
    static final String SECURITY = "security-admin";
    static final String AUDIT = "audit-admin";

    private static final Set<UnitKind> LEVELS = Set.of(TOWNSHIP, COUNTY, PREFECTURE, PROVINCE, DEPARTMENT);

    /** Where a role can be held; any other at each of {@link #LEVELS}. */
    private static final Map<String, Set<UnitKind>> KINDS = Map.ofEntries(
            Map.entry("village-worker", Set.of(VILLAGE)),
            Map.entry("village-head", Set.of(VILLAGE)),
            Map.entry("township-officer", Set.of(TOWNSHIP)),
            Map.entry("township-leader", Set.of(TOWNSHIP)),
            Map.entry("district-officer", Set.of(COUNTY)),
            Map.entry("district-leader", Set.of(COUNTY)),
            Map.entry("city-officer", Set.of(PREFECTURE)),
            Map.entry("city-leader", Set.of(PREFECTURE)),
            Map.entry("province-officer", Set.of(PROVINCE)),
            Map.entry("province-leader", Set.of(PROVINCE)),
            Map.entry("department-officer", Set.of(DEPARTMENT, INSTITUTION)),
            Map.entry("service-provider", Set.of(DEPARTMENT, INSTITUTION)));

    private final Directory directory;

    PostRules(Directory directory) {
        this.directory = directory;
    }

    /** Whether holders of the role may open 人员与岗位. */
    static boolean administers(String role) {
        return role.equals(SYSTEM) || role.equals(SECURITY);
    }

    /** The roles somebody may give, in the order of {@link Roles#ALL}. */
    public static List<String> givenBy(Staff admin) {
        return Roles.ALL.stream().filter(role -> gives(admin, role)).toList();
    }

    private static boolean gives(Staff admin, String role) {
        return admin.holds(Roles.separated(role) ? SECURITY : SYSTEM);
    }

    /** Why a unit cannot have a post with this role; a message key, empty if it can. */
    public Optional<String> unfit(Post post, AdminArea area) {
        Optional<Unit> unit = directory.find(post.unit()).filter(one -> one.validTo() == null);
        if (unit.isEmpty() || !Roles.known(post.role())) {
            return Optional.of("staff.refused.post");
        }
        if (!area.holds(post.unit())) {
            return Optional.of("staff.refused.area");
        }
        return KINDS.getOrDefault(post.role(), LEVELS).contains(unit.get().kind())
                ? Optional.empty()
                : Optional.of("staff.refused.level");
    }

    /** Why somebody may not make these the posts of a person who held those; a message key, empty if he may. */
    public Optional<String> refusal(Staff admin, Set<Post> held, Set<Post> wanted) {
        List<String> separated = wanted.stream()
                .map(Post::role)
                .filter(Roles::separated)
                .distinct()
                .toList();
        if (separated.size() > 1) {
            return Optional.of("staff.refused.two");
        }
        if (!separated.isEmpty() && wanted.stream().anyMatch(post -> !Roles.separated(post.role()))) {
            return Optional.of("staff.refused.mixed");
        }
        Set<Post> changed = new HashSet<>(wanted);
        changed.addAll(held);
        changed.removeIf(post -> held.contains(post) && wanted.contains(post));
        AdminArea area = AdminArea.of(admin);
        if (changed.stream().anyMatch(post -> !area.holds(post.unit()))) {
            return Optional.of("staff.refused.area");
        }
        return changed.stream()
                .filter(post -> !gives(admin, post.role()))
                .findFirst()
                .map(post -> Roles.separated(post.role()) ? "staff.refused.security" : "staff.refused.system");
    }
}
