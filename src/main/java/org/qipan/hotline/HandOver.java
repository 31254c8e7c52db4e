package org.qipan.hotline;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.qipan.filing.Contact;

/**
 * A matter as another system hands it over; the names of the components are those of the body.
 *
 * @param outsideNumber its number there: each once
 * @param mode {@code anonymous}, {@code confidential} or {@code named}
 * @param words what the caller said
 * @param place code of the unit it happened at, null for that of the desk
 * @param concerned code of the unit it complains of
 * @param concernedWords whom it complains of, in the caller's words
 * @param hidden codes of further units that must not see it
 * @param persons names of people who must not see it, in the caller's words
 * @param people how many bring it, null for one
 * @param received day of the call, null for today
 * @param contact null for an anonymous matter
 */
record HandOver(
        String outsideNumber,
        String mode,
        String words,
        @Nullable String place,
        @Nullable String concerned,
        @Nullable String concernedWords,
        List<String> hidden,
        @Nullable String persons,
        @Nullable Integer people,
        @Nullable LocalDate received,
        @Nullable Contact contact) {}
