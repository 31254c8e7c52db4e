package org.qipan.plan;

import java.util.Optional;
import org.qipan.casefile.Vocabulary;
import org.springframework.stereotype.Component;

/** The product's one list of words that are not held, applied to plans. */
@Component
class ForbiddenWords implements PlanWords {

    private final Vocabulary vocabulary;

    ForbiddenWords(Vocabulary vocabulary) {
        this.vocabulary = vocabulary;
    }

    @Override
    public Optional<String> forbidden(String text) {
        return vocabulary.check(text).map(Vocabulary.Finding::word);
    }
}
