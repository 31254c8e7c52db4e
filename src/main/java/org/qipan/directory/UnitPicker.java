package org.qipan.directory;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The other half of the fragment {@code directory/_picker :: picker}: from what is typed to a unit, and back. */
@Component
public class UnitPicker {

    private static final int SUGGESTED = 12;

    private final Units units;
    private final UnitSearch search;

    UnitPicker(Units units, UnitSearch search) {
        this.units = units;
        this.search = search;
    }

    /**
     * The unit meant by what the field holds: a code, 「新伦村 442000007201」, or a name only one unit has.
     *
     * @param within code of the unit it must lie in, empty for the whole country
     * @param kind what it must be, null for anything
     * @return empty if it names none or several, or one that is closed or elsewhere
     */
    public Optional<Unit> meant(String typed, String within, @Nullable UnitKind kind) {
        return search.meant(typed, within, kind);
    }

    /** What the field shows for a code; what was typed stays as it is. */
    public String label(@Nullable String value) {
        if (value == null) {
            return "";
        }
        return units.find(value).map(unit -> unit.name() + " " + unit.code()).orElse(value);
    }

    /** A unit with the one above it, to tell the 新华村 of one town from that of another. */
    record Suggestion(String code, String name, String above) {}

    List<Suggestion> suggest(String typed, String within, String kind) {
        return search.find(typed, within, kindOf(kind), SUGGESTED).stream()
                .map(unit -> new Suggestion(unit.code(), unit.name(), above(unit)))
                .toList();
    }

    /** A kind nobody knows asks for nothing in particular: the address may be typed by hand. */
    private static @Nullable UnitKind kindOf(String key) {
        return Stream.of(UnitKind.values())
                .filter(kind -> kind.key().equals(key))
                .findFirst()
                .orElse(null);
    }

    private String above(Unit unit) {
        return unit.parent() == null
                ? ""
                : units.find(unit.parent()).map(Unit::name).orElse("");
    }
}
