package org.qipan.plan;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.qipan.worklist.Refused;
import org.qipan.worklist.Refused.Reason;
import org.springframework.stereotype.Component;

/** Keeps forbidden words out of everything a plan names, wherever in the document they stand. */
@Component
class PlanVocabulary {

    /** Key of the refusal; its argument is the word. */
    static final String WORD = "plan.refused.word";

    private final PlanWords words;
    private final ObjectMapper json;

    PlanVocabulary(PlanWords words, ObjectMapper json) {
        this.words = words;
        this.json = json;
    }

    /** @throws Refused naming the word, if one stands anywhere in the part */
    void check(Object part) {
        List<Reason> found = new ArrayList<>();
        walk(json.valueToTree(part), found);
        refuse(found);
    }

    /** @param field key of the form field, for the message beside it */
    void check(String field, String text) {
        List<Reason> found = new ArrayList<>();
        look(field, text, found);
        refuse(found);
    }

    private void walk(JsonNode node, List<Reason> found) {
        if (node.isTextual()) {
            look(null, node.asText(), found);
        }
        node.forEach(child -> walk(child, found));
    }

    private void look(@Nullable String field, String text, List<Reason> found) {
        words.forbidden(text).ifPresent(word -> found.add(new Reason(field, WORD, List.of(word))));
    }

    private static void refuse(List<Reason> found) {
        if (!found.isEmpty()) {
            throw new Refused(found);
        }
    }
}
