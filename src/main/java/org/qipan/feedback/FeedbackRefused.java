package org.qipan.feedback;

/** What was sent cannot be kept; the message is a key whose text may name {@link FeedbackText#LONGEST} as {@code {0}}. */
final class FeedbackRefused extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final String key;

    FeedbackRefused(String key) {
        super(key);
        this.key = key;
    }

    String key() {
        return key;
    }
}
