package org.qipan.filing;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What somebody brings, before anybody has looked at it.
 *
 * @param words his own words; only the desk reads them
 * @param place code of the unit it happened at
 * @param concerned code of the unit it complains of
 * @param concernedWords whom it complains of, in his words
 * @param hidden codes of further units that must not see it
 * @param persons names of people who must not see it, in his words
 * @param electronic he agrees to be served on the tracking page
 * @param files loose files, to belong to the matter from now on
 * @param received day it arrived, null for today
 * @param outsideNumber number of the hotline or of the national system
 * @param people how many bring it; more than one is a group
 */
public record Filing(
        Channel channel,
        Mode mode,
        String words,
        @Nullable String place,
        @Nullable String concerned,
        @Nullable String concernedWords,
        List<String> hidden,
        @Nullable String persons,
        Contact contact,
        boolean electronic,
        List<UUID> files,
        @Nullable LocalDate received,
        @Nullable String outsideNumber,
        int people) {

    /** What is for the vault, by the name of its field: his words, whom he names and, unless he wants to stay unknown, who he is. */
    public Map<String, String> sealed() {
        Map<String, String> texts = new HashMap<>(Map.of("words", words.strip()));
        if (concernedWords != null) {
            texts.put("concerned", concernedWords);
        }
        if (persons != null) {
            texts.put("persons", persons);
        }
        if (mode != Mode.ANONYMOUS) {
            texts.putAll(contact.fields());
        }
        return texts;
    }

    /** What may hold names of people who must not know of it: whom it complains of, and whom he fears. */
    public String names() {
        return Objects.requireNonNullElse(concernedWords, "") + '\n' + Objects.requireNonNullElse(persons, "");
    }
}
