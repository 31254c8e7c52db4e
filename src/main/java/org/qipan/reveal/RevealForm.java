package org.qipan.reveal;

import java.util.LinkedHashMap;
import java.util.Map;
import org.qipan.page.Fields;
import org.springframework.util.MultiValueMap;

/** What was typed into the request for a look; shown again as it was if it is refused. */
record RevealForm(String purpose, String words) {

    static final int LONGEST = 500;

    static RevealForm of(MultiValueMap<String, String> sent) {
        return new RevealForm(Fields.text(sent, "purpose"), Fields.text(sent, "words"));
    }

    /** Message keys by field. */
    Map<String, String> errors() {
        Map<String, String> errors = new LinkedHashMap<>();
        if (Purpose.of(purpose).isEmpty()) {
            errors.put("purpose", "reveal.refused.purpose");
        }
        if (words.isEmpty() || words.length() > LONGEST) {
            errors.put("words", "reveal.refused.words");
        }
        return errors;
    }
}
