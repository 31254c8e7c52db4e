package org.qipan.vault;

import java.util.Collection;
import java.util.Map;
import java.util.UUID;

/**
 * Seals texts of a case where they stand, in a column that holds plain ones otherwise. The key is that of the case: when it is destroyed they
 * are gone. Every method joins the caller's transaction.
 */
public interface CaseSeal {

    /** No form takes a text that begins so. */
    char MARK = '\u0001';

    /** What was sealed with the key of the installation begins so: it stays readable when the case is destroyed. */
    char LASTING = '\u0002';

    static boolean sealed(String stored) {
        return !stored.isEmpty() && (stored.charAt(0) == MARK || stored.charAt(0) == LASTING);
    }

    /** The text under the key of the case; of a case that was shredded as {@link #lasting}, so that nothing stands plain even then. */
    String seal(UUID caseId, String text);

    /** The text under the key of the installation. */
    String lasting(UUID caseId, String text);

    /** The text of what was sealed; empty if the case was shredded. @throws SealBroken if it is not what was sealed for this case */
    String open(UUID caseId, String stored);

    /** As {@link #open(UUID, String)}, several at the price of one, by what is stored; those that no longer open are not in the answer. */
    Map<String, String> open(UUID caseId, Collection<String> stored);
}
