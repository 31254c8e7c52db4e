package org.qipan.report;

import org.jspecify.annotations.Nullable;
import org.qipan.casefile.Vocabulary;
import org.qipan.worklist.Refused;
import org.springframework.stereotype.Component;

/** What may stand in names and texts people write into packages. */
@Component
class FreeTexts {

    private static final int LONGEST = 20_000;

    private final Vocabulary vocabulary;

    FreeTexts(Vocabulary vocabulary) {
        this.vocabulary = vocabulary;
    }

    void checkName(String field, @Nullable String name) {
        vocabulary.check(name).ifPresent(finding -> {
            throw Refused.at(field, finding.reason(), finding.word());
        });
    }

    void check(String field, String text) {
        if (text.length() > LONGEST) {
            throw Refused.at(field, "report.refused.long", LONGEST);
        }
        vocabulary.hint(text).ifPresent(finding -> {
            throw Refused.at(field, "vocabulary.hint", finding.word(), finding.cleaned());
        });
    }
}
