package org.qipan.staff;

import java.util.Collection;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.qipan.audit.Audit;
import org.qipan.directory.Directory;
import org.qipan.directory.Post;
import org.qipan.directory.Staff;
import org.qipan.identity.AccountRefused;
import org.qipan.identity.Accounts;
import org.qipan.task.Once;
import org.springframework.stereotype.Service;

/** What an administrator does with people: each act once, with its line in the audit. */
@Service
public class StaffActs {

    private final Accounts accounts;
    private final PostRules rules;
    private final StaffRows rows;
    private final Directory directory;
    private final Audit audit;
    private final Once once;

    StaffActs(Accounts accounts, PostRules rules, StaffRows rows, Directory directory, Audit audit, Once once) {
        this.accounts = accounts;
        this.rules = rules;
        this.rows = rows;
        this.directory = directory;
        this.audit = audit;
        this.once = once;
    }

    /** @return address of the new person's page */
    String add(Staff admin, NewPerson person, Set<Post> posts, UUID key, String hash) {
        return once(admin, key, "POST /staff/new", hash, () -> "/staff/" + make(admin, person, posts));
    }

    /** Whether somebody here has the name people sign in with. */
    public boolean taken(String username) {
        return rows.taken(username);
    }

    /**
     * Makes one person, in a transaction of the caller.
     *
     * @return id of the new person
     * @throws StaffRefused if the posts may not be given or the name is taken here
     * @throws AccountRefused if the name is taken at Keycloak, or it does not answer
     */
    public UUID make(Staff admin, NewPerson person, Set<Post> posts) {
        check(admin, Set.of(), posts);
        if (rows.taken(person.username())) {
            throw new StaffRefused(AccountRefused.TAKEN);
        }
        UUID id = accounts.create(person.username(), person.name(), posts);
        audit.record(admin.actor(), "staff.audit.added", "staff", id.toString(), Map.of("posts", groups(posts)));
        return id;
    }

    String move(Staff admin, StaffRows.Row person, Set<Post> wanted, UUID key, String hash) {
        if (person.id().equals(admin.id())) {
            throw new StaffRefused("staff.refused.self");
        }
        return once(admin, key, "POST /staff/posts", hash, () -> {
            appoint(admin, person.id(), wanted);
            return "/staff/" + person.id();
        });
    }

    /**
     * Gives a person other posts, in a transaction of the caller.
     *
     * @param wanted all posts he holds from now on
     * @throws StaffRefused if he has left or the posts may not be his; the caller's transaction is then rolled back
     */
    public void appoint(Staff admin, UUID person, Set<Post> wanted) {
        Staff staff = directory
                .staff(person)
                .filter(Staff::enabled)
                .orElseThrow(() -> new StaffRefused("staff.refused.gone"));
        Set<Post> held = Set.copyOf(staff.posts());
        if (held.equals(wanted)) {
            return;
        }
        check(admin, held, wanted);
        accounts.appoint(staff, wanted);
        audit.record(
                admin.actor(),
                "staff.audit.moved",
                "staff",
                person.toString(),
                Map.of("from", groups(held), "to", groups(wanted)));
    }

    private void check(Staff admin, Set<Post> held, Set<Post> wanted) {
        rules.refusal(admin, held, wanted).ifPresent(key -> {
            throw new StaffRefused(key);
        });
    }

    /**
     * Runs an act of an administrator in a transaction, once.
     *
     * @param act gives the address to go to
     * @throws StaffRefused by the act, or if the key belongs to something else; then nothing was done
     */
    public String once(Staff admin, UUID key, String route, String hash, Supplier<String> act) {
        try {
            return once.run(key, admin.id(), route, hash, act);
        } catch (AccountRefused e) {
            throw new StaffRefused(e.key());
        } catch (Once.KeyReused e) {
            throw new StaffRefused("staff.refused.key");
        }
    }

    private static String groups(Collection<Post> posts) {
        return posts.stream().map(Post::group).sorted().collect(Collectors.joining(", "));
    }
}
