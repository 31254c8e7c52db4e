package org.qipan.feedback;

/** What somebody typed, as it may be kept. */
final class FeedbackText {

    /** As many characters as the table takes. */
    static final int LONGEST = 1000;

    private FeedbackText() {}

    /** @throws FeedbackRefused if nothing is left of it, or too much */
    static String of(String typed) {
        // Browsers send both signs for one line end and count it as one; PostgreSQL keeps every character but NUL.
        String text = typed.replace("\r\n", "\n").replace("\0", "").strip();
        if (text.isEmpty()) {
            throw new FeedbackRefused("feedback.refused.empty");
        }
        if (text.codePointCount(0, text.length()) > LONGEST) {
            throw new FeedbackRefused("feedback.refused.long");
        }
        return text;
    }
}
