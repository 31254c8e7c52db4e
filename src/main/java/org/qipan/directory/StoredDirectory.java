package org.qipan.directory;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.util.function.SingletonSupplier;

/** The directory as our own tables tell it. */
@Service
class StoredDirectory implements Directory {

    private final Units units;
    private final UnitSearch search;
    private final People people;
    private final MessageSource messages;

    /** Which only migrations change, so it is read once. */
    private final Supplier<Map<Task, String>> roles;

    StoredDirectory(Units units, UnitSearch search, People people, JdbcClient jdbc, MessageSource messages) {
        this.units = units;
        this.search = search;
        this.people = people;
        this.messages = messages;
        this.roles = SingletonSupplier.of(() -> roles(jdbc));
    }

    private record Task(UnitKind kind, Duty duty) {}

    private static Map<Task, String> roles(JdbcClient jdbc) {
        Map<Task, String> roles = new HashMap<>();
        jdbc.sql("select kind, duty, role from duty_role").query(row -> {
            UnitKind kind = UnitKind.valueOf(row.getString("kind").toUpperCase(Locale.ROOT));
            Duty duty = Duty.valueOf(row.getString("duty").toUpperCase(Locale.ROOT));
            roles.put(new Task(kind, duty), row.getString("role"));
        });
        return roles;
    }

    @Override
    public Optional<Unit> find(String code) {
        return units.find(code);
    }

    @Override
    public Map<String, String> names(Collection<String> codes) {
        return units.all(codes).stream().collect(Collectors.toMap(Unit::code, Unit::name));
    }

    @Override
    public Unit unit(String code) {
        return units.find(code).orElseThrow(() -> new NoSuchElementException("no such unit: " + code));
    }

    @Override
    public List<Unit> lower(String code) {
        return units.lower(code);
    }

    @Override
    public List<Unit> departments(String code) {
        return units.departments(code);
    }

    @Override
    public Optional<Unit> upper(String code) {
        return units.upper(code);
    }

    @Override
    public boolean covers(String upper, String unit) {
        if (upper.contains("-")) {
            return unit.equals(upper) || unit.startsWith(upper + "-");
        }
        return AreaRange.of(upper).holds(AreaRange.of(unit).from());
    }

    @Override
    public long ownerArea(String code) {
        return units.ownerArea(code);
    }

    @Override
    public List<Unit> search(String text, String within, int limit) {
        return search.find(text, within, null, limit);
    }

    @Override
    public Optional<String> role(UnitKind kind, Duty duty) {
        return Optional.ofNullable(roles.get().get(new Task(kind, duty)));
    }

    @Override
    public List<Staff> holders(Post post) {
        return people.holders(post);
    }

    @Override
    public Optional<Staff> staff(UUID id) {
        return people.find(id);
    }

    @Override
    public String title(Post post) {
        return title(post, name(post.unit()));
    }

    @Override
    public String title(Post post, String unitName) {
        String role = messages.getMessage(
                "directory.role." + post.role(), null, post.role(), LocaleContextHolder.getLocale());
        return unitName + " · " + role;
    }
}
