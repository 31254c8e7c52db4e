package org.qipan.casefile;

import java.util.Optional;
import org.qipan.deadline.DayNames;
import org.springframework.stereotype.Component;

/** The product's one list of words that are not held, applied to the names of special days. */
@Component
class CalendarWords implements DayNames {

    private final Vocabulary vocabulary;

    CalendarWords(Vocabulary vocabulary) {
        this.vocabulary = vocabulary;
    }

    @Override
    public Optional<String> forbidden(String name) {
        return vocabulary.check(name).map(Vocabulary.Finding::word);
    }
}
