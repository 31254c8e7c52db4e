package org.qipan.letter;

import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.qipan.directory.Staff;
import org.qipan.worklist.CaseExtra;
import org.qipan.worklist.CasePage.Panel;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** The way from the page of a matter to its papers. */
@Component
@Order(2)
class LetterExtra implements CaseExtra {

    private final Letters letters;

    LetterExtra(Letters letters) {
        this.letters = letters;
    }

    @Override
    public @Nullable Panel act(UUID caseId, Staff reader) {
        return letters.of(caseId, reader).isEmpty()
                ? null
                : new Panel("letter/_link :: link", Map.of("letters", "/complaints/" + caseId + "/letters"));
    }
}
