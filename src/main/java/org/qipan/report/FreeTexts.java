package org.qipan.report;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.qipan.casefile.Vocabulary;
import org.qipan.worklist.Refused;
import org.qipan.worklist.Refused.Reason;
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
            throw new Refused(List.of(new Reason(field, finding.reason(), List.of(finding.word()))));
        });
    }

    void check(String field, String text) {
        if (text.length() > LONGEST) {
            throw new Refused(List.of(new Reason(field, "report.refused.long", List.of(LONGEST))));
        }
        vocabulary.hint(text).ifPresent(finding -> {
            throw new Refused(
                    List.of(new Reason(field, "vocabulary.hint", List.of(finding.word(), finding.cleaned()))));
        });
    }
}
