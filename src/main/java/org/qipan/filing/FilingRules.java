package org.qipan.filing;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.qipan.directory.Directory;
import org.qipan.worklist.Refused;
import org.qipan.worklist.Refused.Reason;
import org.springframework.stereotype.Component;

/** What a matter must say before it is taken in. */
@Component
public class FilingRules {

    private static final int WORDS = 5000;
    private static final int LINE = 200;

    private final Directory directory;
    private final Clock clock;

    FilingRules(Directory directory, Clock clock) {
        this.directory = directory;
        this.clock = clock;
    }

    /** @throws Refused naming the fields of {@link #faults} */
    public void check(Filing filing) {
        List<Reason> broken = faults(filing);
        if (!broken.isEmpty()) {
            throw new Refused(broken);
        }
    }

    /** Of the fields {@code words}, {@code place}, {@code concerned}, {@code concernedWords}, {@code hidden}, {@code persons}, {@code received}, {@code people}; empty if nothing is wrong. */
    public List<Reason> faults(Filing filing) {
        List<Reason> broken = new ArrayList<>();
        if (filing.words().isBlank()) {
            broken.add(new Reason("words", "complaint.refused.empty", List.of()));
        }
        if (filing.words().codePointCount(0, filing.words().length()) > WORDS) {
            broken.add(new Reason("words", "complaint.refused.long", List.of(WORDS)));
        }
        tooLong(filing.concernedWords(), "concernedWords").ifPresent(broken::add);
        tooLong(filing.persons(), "persons").ifPresent(broken::add);
        if (filing.place() == null && filing.concerned() == null) {
            broken.add(new Reason("place", "complaint.refused.noPlace", List.of()));
        }
        unknown(filing.place(), "place").ifPresent(broken::add);
        unknown(filing.concerned(), "concerned").ifPresent(broken::add);
        filing.hidden().forEach(unit -> unknown(unit, "hidden").ifPresent(broken::add));
        if (filing.received() != null && filing.received().isAfter(LocalDate.now(clock))) {
            broken.add(new Reason("received", "complaint.refused.future", List.of()));
        }
        if (filing.people() < 1) {
            broken.add(new Reason("people", "complaint.refused.people", List.of()));
        }
        return broken;
    }

    /** Each piece of it is looked for: no text is to name a whole office. */
    private static Optional<Reason> tooLong(@Nullable String line, String field) {
        return line == null || line.codePointCount(0, line.length()) <= LINE
                ? Optional.empty()
                : Optional.of(new Reason(field, "complaint.refused.long", List.of(LINE)));
    }

    private Optional<Reason> unknown(@Nullable String unit, String field) {
        return unit == null || directory.find(unit).isPresent()
                ? Optional.empty()
                : Optional.of(new Reason(field, "complaint.refused.unknownUnit", List.of(unit)));
    }
}
