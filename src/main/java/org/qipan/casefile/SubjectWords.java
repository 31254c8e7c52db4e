package org.qipan.casefile;

import java.util.Optional;
import org.qipan.subject.SubjectNames;
import org.springframework.stereotype.Component;

/** The product's one list of words that are not held, applied to the names of subjects. */
@Component
class SubjectWords implements SubjectNames {

    private final Vocabulary vocabulary;

    SubjectWords(Vocabulary vocabulary) {
        this.vocabulary = vocabulary;
    }

    @Override
    public Optional<String> forbidden(String text) {
        return vocabulary.check(text).map(Vocabulary.Finding::word);
    }
}
