package org.qipan.roster;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.qipan.directory.Post;
import org.qipan.directory.Roles;
import org.qipan.directory.Staff;
import org.qipan.directory.Unit;
import org.qipan.directory.UnitPicker;
import org.qipan.identity.AccountRefused;
import org.qipan.staff.AdminArea;
import org.qipan.staff.NewPerson;
import org.qipan.staff.PostRules;
import org.qipan.staff.StaffActs;
import org.qipan.staff.StaffRefused;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** Turns the lines of a sheet into people to be added, each with what is wrong with it. */
@Component
class RosterReader {

    static final List<String> COLUMNS = List.of("name", "username", "unit", "role", "unit2", "role2");

    private static final List<Locale> LANGUAGES = List.of(Locale.SIMPLIFIED_CHINESE, Locale.ENGLISH);

    private final PostRules rules;
    private final StaffActs acts;
    private final UnitPicker picker;
    private final MessageSource messages;

    RosterReader(PostRules rules, StaffActs acts, UnitPicker picker, MessageSource messages) {
        this.rules = rules;
        this.acts = acts;
        this.picker = picker;
        this.messages = messages;
    }

    /** @throws StaffRefused if the heading lacks name, sign-in name, unit or post; the cells below may be empty: a post may come later */
    List<RosterRow> read(List<List<String>> lines, Staff admin) {
        Map<String, Integer> columns = columns(lines.isEmpty() ? List.of() : lines.get(0));
        if (!columns.keySet().containsAll(COLUMNS.subList(0, 4))) {
            throw new StaffRefused("roster.refused.heading");
        }
        Set<String> seen = new HashSet<>();
        List<RosterRow> rows = new ArrayList<>();
        for (int i = 1; i < lines.size(); i++) {
            if (lines.get(i).stream().anyMatch(cell -> !cell.isBlank())) {
                rows.add(row(i + 1, lines.get(i), columns, admin, seen));
            }
        }
        return rows;
    }

    private Map<String, Integer> columns(List<String> heading) {
        Map<String, Integer> columns = new HashMap<>();
        for (int i = 0; i < heading.size(); i++) {
            String cell = heading.get(i).strip();
            for (String column : COLUMNS) {
                if (named(cell, column, "roster.column." + column)) {
                    columns.putIfAbsent(column, i);
                }
            }
        }
        return columns;
    }

    private RosterRow row(int number, List<String> line, Map<String, Integer> columns, Staff admin, Set<String> seen) {
        NewPerson person = NewPerson.of(cell(line, columns, "name"), cell(line, columns, "username"));
        String typed = COLUMNS.subList(2, COLUMNS.size()).stream()
                .map(column -> cell(line, columns, column))
                .filter(cell -> !cell.isEmpty())
                .collect(Collectors.joining(" "));
        Set<Post> posts = new LinkedHashSet<>();
        return person.errors().values().stream()
                .findFirst()
                .or(() -> taken(person.username(), seen))
                .or(() -> post(cell(line, columns, "unit"), cell(line, columns, "role"), admin, posts))
                .or(() -> post(cell(line, columns, "unit2"), cell(line, columns, "role2"), admin, posts))
                .or(() -> rules.refusal(admin, Set.of(), posts))
                .map(reason -> RosterRow.bad(number, person, typed, reason))
                .orElseGet(() -> RosterRow.good(number, person, typed, posts));
    }

    private Optional<String> taken(String username, Set<String> seen) {
        if (!seen.add(username)) {
            return Optional.of("roster.refused.twice");
        }
        return acts.taken(username) ? Optional.of(AccountRefused.TAKEN) : Optional.empty();
    }

    /** Adds the post to the others, or says what is wrong with it. */
    private Optional<String> post(String unit, String title, Staff admin, Set<Post> posts) {
        if (unit.isEmpty() && title.isEmpty()) {
            return Optional.empty();
        }
        AdminArea area = AdminArea.of(admin);
        String role = role(title);
        Optional<Unit> meant = picker.meant(unit, area.within(), null);
        if (role == null || meant.isEmpty()) {
            return Optional.of(role == null ? "roster.refused.role" : "roster.refused.unit");
        }
        Post post = new Post(role, meant.get().code());
        posts.add(post);
        return rules.unfit(post, area);
    }

    private @Nullable String role(String title) {
        return Roles.ALL.stream()
                .filter(role -> named(title, role, "directory.role." + role))
                .findFirst()
                .orElse(null);
    }

    private boolean named(String cell, String name, String key) {
        return cell.equalsIgnoreCase(name)
                || LANGUAGES.stream()
                        .anyMatch(language -> cell.equalsIgnoreCase(messages.getMessage(key, null, language)));
    }

    private static String cell(List<String> line, Map<String, Integer> columns, String column) {
        Integer at = columns.get(column);
        return at == null || at >= line.size() ? "" : line.get(at).strip();
    }
}
