package org.qipan.staff;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.qipan.audit.Audit;
import org.qipan.directory.Staff;
import org.qipan.identity.AccountRefused;
import org.qipan.identity.Accounts;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;

/**
 * 首次登录条: the slips of paper people sign in with for the first time. The password is made when one is printed and stands in that one
 * answer alone.
 */
@Component
public class Slips {

    private final StaffRows rows;
    private final Accounts accounts;
    private final Audit audit;

    Slips(StaffRows rows, Accounts accounts, Audit audit) {
        this.rows = rows;
        this.accounts = accounts;
        this.audit = audit;
    }

    /** What one slip says. */
    public record Slip(String name, String username, String password, List<String> titles) {}

    /**
     * What came of printing several.
     *
     * @param slips that were made. Each must be shown even beside a refusal: it is valid, and nobody can show it again.
     * @param refused message key of what stopped it, null if nothing did
     */
    public record Printed(List<Slip> slips, @Nullable String refused) {}

    /** How many of these people have not signed in yet and may be given a slip. */
    public int waiting(Staff admin, List<UUID> people) {
        return rows(admin, people).size();
    }

    /** Prints those of {@link #waiting}, in their order. @param from how many are passed over @param most how many are printed */
    public Printed print(Staff admin, List<UUID> people, int from, int most) {
        List<Slip> slips = new ArrayList<>();
        try {
            rows(admin, people).stream()
                    .skip(Math.max(0, from))
                    .limit(most)
                    .forEach(row -> slips.add(print(admin, row)));
            return new Printed(slips, null);
        } catch (StaffRefused e) {
            return new Printed(slips, e.key());
        }
    }

    /** Where whoever gets the slip signs in: where the administrator is now. */
    public static String address() {
        return ServletUriComponentsBuilder.fromCurrentContextPath().build().toUriString();
    }

    /** Whether somebody may give a person a new first password: with it he could sign in as that person. */
    boolean may(Staff admin, StaffRows.Row person) {
        return person.active()
                && !person.id().equals(admin.id())
                && admin.holds(person.separated() ? PostRules.SECURITY : PostRules.SYSTEM);
    }

    /** @throws StaffRefused if he may not, or Keycloak does not answer */
    Slip print(Staff admin, StaffRows.Row person) {
        if (!may(admin, person)) {
            throw new StaffRefused("staff.refused.slip");
        }
        try {
            String password = accounts.firstPassword(person.id());
            audit.record(admin.actor(), "staff.audit.slip", "staff", person.id().toString(), Map.of());
            return new Slip(person.name(), person.username(), password, person.titles());
        } catch (AccountRefused e) {
            throw new StaffRefused(e.key());
        }
    }

    private List<StaffRows.Row> rows(Staff admin, List<UUID> people) {
        AdminArea area = AdminArea.of(admin);
        return people.stream()
                .flatMap(person -> rows.find(area, person).stream())
                .filter(person -> person.signedIn() == null && may(admin, person))
                .toList();
    }
}
