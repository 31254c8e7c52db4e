package org.qipan.progress;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What a capability above adds to what the petitioner reads of his matter: one bean each. Its papers are among the letters already. */
public interface TrackedExtra {

    /**
     * Whether it tells of one petitioner and not of the matter: then those who were merged into one matter do not read it of each other, and
     * each keeps his own.
     */
    default boolean personal() {
        return false;
    }

    /** Steps after those of the matter itself, in their order. */
    List<LegalStep> steps(UUID complaint);

    /** What he may ask for now, and until when; null if nothing. */
    @Nullable
    LegalStep nextRight(UUID complaint);

    /** What others wrote to him that is no paper of the matter. */
    default List<Tracked.Letter> letters(UUID complaint) {
        return List.of();
    }
}
