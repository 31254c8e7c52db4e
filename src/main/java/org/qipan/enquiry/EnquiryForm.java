package org.qipan.enquiry;

import org.jspecify.annotations.Nullable;

/** What was typed; shown again as it was if it is refused. @param read that the warning was read */
record EnquiryForm(
        @Nullable String unit,
        @Nullable String duty,
        @Nullable String question,
        @Nullable String until,
        @Nullable String read) {

    static final EnquiryForm EMPTY = new EnquiryForm(null, null, null, null, null);

    String text() {
        return question == null ? "" : question.strip();
    }
}
