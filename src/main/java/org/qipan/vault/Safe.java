package org.qipan.vault;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * What must be readable to few: names, contacts and words of petitioners, each case under a key of its own. Every method joins the
 * caller's transaction. Who may look is the caller's decision, and so is the record of it.
 */
public interface Safe {

    /**
     * Seals a text. What the field held before stays behind it, sealed, and is not opened again.
     *
     * @param field short code in small letters, digits and hyphens, such as {@code name}
     * @throws IllegalStateException if the case was shredded
     */
    default void put(UUID caseId, String field, String text) {
        put(caseId, Map.of(field, text));
    }

    /** As {@link #put(UUID, String, String)}, several fields at the price of one. */
    void put(UUID caseId, Map<String, String> texts);

    /**
     * @return the text last put, empty if nothing was put or the case was shredded
     * @throws SealBroken if what is stored is not what was put
     */
    default Optional<String> open(UUID caseId, String field) {
        return Optional.ofNullable(open(caseId, List.of(field)).get(field));
    }

    /** As {@link #open(UUID, String)}, several fields at the price of one; a field without a text is not in the answer. */
    Map<String, String> open(UUID caseId, Collection<String> fields);

    /**
     * Remembers that this case has this contact, in a way that tells nobody the contact: {@link #sameContact} finds it again.
     *
     * @param contact telephone number, mail address or number of a document, written in any way; blank is nothing
     */
    void note(UUID caseId, String contact);

    /** Cases that share this contact, the shredded ones not; empty for a blank contact. */
    List<UUID> sameContact(String contact);

    /** Destroys the key of the case and its marks of contacts and names: no text of it opens again, in no copy of the database made later. It cannot be undone. */
    void shred(UUID caseId);
}
