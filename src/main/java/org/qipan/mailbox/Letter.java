package org.qipan.mailbox;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a mail says.
 *
 * @param name the writer as he calls himself, empty if he does not
 * @param from his address
 * @param text plain, at most {@link MailReader#LONGEST} characters
 */
record Letter(String name, String from, String subject, String text, List<Part> parts) {

    /**
     * A file that came with it.
     *
     * @param refused message key of why it was not taken; its content is then empty
     */
    record Part(String name, byte[] content, @Nullable String refused) {}
}
