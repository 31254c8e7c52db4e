package org.qipan.directory;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;

/** The directory as our own tables tell it. */
@Service
class StoredDirectory implements Directory {

    private final Units units;
    private final UnitSearch search;
    private final People people;
    private final JdbcClient jdbc;
    private final MessageSource messages;

    StoredDirectory(Units units, UnitSearch search, People people, JdbcClient jdbc, MessageSource messages) {
        this.units = units;
        this.search = search;
        this.people = people;
        this.jdbc = jdbc;
        this.messages = messages;
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
        return units.find(code).map(Unit::parent).flatMap(units::find);
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
        return jdbc.sql("select role from duty_role where kind = :kind and duty = :duty")
                .param("kind", kind.key())
                .param("duty", duty.name().toLowerCase(java.util.Locale.ROOT))
                .query(String.class)
                .optional();
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
