package org.qipan.campaign;

import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.qipan.directory.CurrentStaff;
import org.qipan.directory.Directory;
import org.qipan.directory.Post;
import org.qipan.directory.Staff;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.stereotype.Component;

/** Who may see a campaign and in which post he acts. What a person may not see does not exist for him. */
@Component
public class CampaignAccess {

    private static final Set<String> OFFICERS =
            Set.of("township-officer", "district-officer", "city-officer", "province-officer");
    private static final Set<String> LEADERS =
            Set.of("township-leader", "district-leader", "city-leader", "province-leader");

    /**
     * Alias {@code c}, parameters {@code :reader}, {@code :units} and {@code :subtrees}. Whoever is excluded from a campaign sees nothing of it.
     * Drafts are the owner's; a running campaign is also for those who take part and for the levels above.
     */
    public static final String VISIBLE = """
            (not case_excluded(c.id, :reader) and (c.unit = any(:units)
             or c.state not in ('DRAFT', 'APPROVAL') and (
                exists (select from campaign_unit cu where cu.campaign = c.id and cu.unit = any(:units))
                or exists (select from unnest(:subtrees::text[]) p where c.unit like p || '%'))))""";

    private final CurrentStaff current;
    private final Directory directory;
    private final JdbcClient jdbc;

    CampaignAccess(CurrentStaff current, Directory directory, JdbcClient jdbc) {
        this.current = current;
        this.directory = directory;
        this.jdbc = jdbc;
    }

    public Staff staff() {
        return current.get();
    }

    public static String[] units(Staff staff) {
        return staff.posts().stream().map(Post::unit).distinct().toArray(String[]::new);
    }

    /** Beginnings of the codes below the units where the person is officer or leader. */
    public static String[] subtrees(Staff staff) {
        return staff.posts().stream()
                .filter(p -> OFFICERS.contains(p.role()) || LEADERS.contains(p.role()))
                .map(p -> significant(p.unit()))
                .distinct()
                .toArray(String[]::new);
    }

    /** A code without the zeros that stand for the levels below: 2, 4, 6, 9 or 12 digits. */
    private static String significant(String code) {
        for (int length : List.of(2, 4, 6, 9)) {
            if (code.length() == 12 && code.substring(length).chars().allMatch(c -> c == '0')) {
                return code.substring(0, length);
            }
        }
        return code;
    }

    /** A campaign somebody may see. @param unit code of its owner */
    public record Seen(UUID id, String name, String unit) {}

    /** @throws NoSuchElementException if there is none, or none for this person */
    public Seen visible(UUID campaign) {
        return jdbc.sql("select c.id, c.name, c.unit from campaign c where c.id = :id and " + VISIBLE)
                .param("id", campaign)
                .param("reader", staff().id())
                .param("units", units(staff()))
                .param("subtrees", subtrees(staff()))
                .query(Seen.class)
                .optional()
                .orElseThrow(() -> new NoSuchElementException("campaign " + campaign));
    }

    /** False for everything that is no campaign, too. */
    boolean sees(UUID campaign, Staff staff) {
        return jdbc.sql("select exists (select from campaign c where c.id = :id and " + VISIBLE + ")")
                .param("id", campaign)
                .param("reader", staff.id())
                .param("units", units(staff))
                .param("subtrees", subtrees(staff))
                .query(Boolean.class)
                .single();
    }

    /** @throws NoSuchElementException if the stage is not one of this campaign */
    void within(UUID campaign, long stage) {
        boolean found = jdbc.sql("select exists (select from campaign_stage where campaign = ? and id = ?)")
                .params(campaign, stage)
                .query(Boolean.class)
                .single();
        if (!found) {
            throw new NoSuchElementException("stage " + stage);
        }
    }

    /** The post in which the person writes the plan of a unit. */
    Optional<Post> drafting(String unit) {
        return holding(unit, OFFICERS);
    }

    /** The post in which the person decides about a campaign of a unit. */
    Optional<Post> leading(String unit) {
        return holding(unit, LEADERS);
    }

    /** Officer or leader of the unit: who may change a running campaign. */
    public Optional<Post> running(String unit) {
        return leading(unit).or(() -> drafting(unit));
    }

    /** The first post in which the person may open a campaign. */
    Post opening() {
        return staff().posts().stream()
                .filter(p -> OFFICERS.contains(p.role()))
                .findFirst()
                .orElseThrow(CampaignAccess::denied);
    }

    public static AccessDeniedException denied() {
        return new AccessDeniedException("no post for this");
    }

    private Optional<Post> holding(String unit, Set<String> roles) {
        return staff().posts().stream()
                .filter(p -> p.unit().equals(unit) && roles.contains(p.role()))
                .findFirst();
    }

    /** The words for a post; a unit that no longer exists leaves its code. */
    public String title(Post post) {
        return directory.find(post.unit()).isPresent() ? directory.title(post) : post.unit();
    }

    public String name(String unit) {
        return directory.name(unit);
    }
}
