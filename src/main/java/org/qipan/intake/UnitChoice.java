package org.qipan.intake;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.qipan.directory.Directory;
import org.qipan.directory.Unit;
import org.qipan.directory.UnitPicker;
import org.springframework.stereotype.Component;

/** From what a resident types to a unit, without JavaScript: what is not clear is asked back as a list to choose from. */
@Component
class UnitChoice {

    /** What a phone shows at once; whoever means another writes more of its name. */
    private static final int OFFERED = 4;

    private static final int LEVELS = 2;

    private final Directory directory;
    private final UnitPicker picker;

    UnitChoice(Directory directory, UnitPicker picker) {
        this.directory = directory;
        this.picker = picker;
    }

    /**
     * What a field means.
     *
     * @param typed what the field shows from now on
     * @param unit null if nothing was typed or it is not clear
     * @param offered units it could be
     */
    record Choice(String typed, @Nullable Unit unit, List<Offered> offered) {

        public boolean blank() {
            return typed.isEmpty();
        }

        /** Nothing more has to be asked. */
        public boolean settled() {
            return blank() || unit != null;
        }

        @Nullable
        String code() {
            return unit == null ? null : unit.code();
        }
    }

    /** @param above names of the units it lies in, to tell one 新华村 from another */
    record Offered(String code, String name, String above) {}

    /** Reads a field; a unit chosen from the list counts only while the text is what the list was made for. */
    Choice read(FilingForm form, String field) {
        String typed = form.text(field);
        String chosen = form.text(field + "Choice");
        if (!chosen.isEmpty() && typed.equals(form.text(field + "Asked"))) {
            typed = picker.label(chosen);
        }
        Optional<Unit> meant = typed.isEmpty() ? Optional.empty() : picker.meant(typed, "", null);
        return meant.map(unit -> new Choice(picker.label(unit.code()), unit, List.of()))
                .orElse(new Choice(typed, null, offered(typed)));
    }

    String name(String code) {
        return directory.name(code);
    }

    private List<Offered> offered(String typed) {
        return directory.search(typed, "", OFFERED).stream()
                .map(unit -> new Offered(unit.code(), unit.name(), above(unit.code())))
                .toList();
    }

    private String above(String code) {
        return Stream.iterate(
                        directory.upper(code),
                        Optional::isPresent,
                        upper -> directory.upper(upper.orElseThrow().code()))
                .limit(LEVELS)
                .map(upper -> upper.orElseThrow().name())
                .collect(Collectors.joining(" · "));
    }
}
