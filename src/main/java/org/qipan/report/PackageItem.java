package org.qipan.report;

import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One part.
 *
 * @param consent whether the person a model case tells of has agreed to it
 * @param secondReader who else has read it
 * @param confirmed whether somebody stands by a drafted text
 */
record PackageItem(
        String key,
        State state,
        @Nullable String title,
        @Nullable String content,
        @Nullable Long snapshot,
        boolean consent,
        @Nullable UUID secondReader,
        boolean confirmed,
        @Nullable String remark,
        @Nullable UUID changedBy) {

    static PackageItem open(String key, @Nullable String content) {
        return new PackageItem(key, State.OPEN, null, content, null, false, null, false, null, null);
    }

    public boolean editable() {
        return state == State.OPEN || state == State.RETURNED;
    }

    public boolean empty() {
        return content == null || content.isBlank();
    }

    PackageItem in(State next, @Nullable String why) {
        return new PackageItem(key, next, title, content, snapshot, consent, secondReader, confirmed, why, changedBy);
    }

    /** Written anew; a changed text must be read again by somebody else. */
    PackageItem written(@Nullable String newTitle, String text, boolean agreed, boolean stoodBy, UUID by) {
        boolean same = text.equals(content) && Objects.equals(newTitle, title);
        return new PackageItem(
                key, state, newTitle, text, snapshot, agreed, same ? secondReader : null, stoodBy, remark, by);
    }

    PackageItem readBy(UUID reader) {
        return new PackageItem(key, state, title, content, snapshot, consent, reader, confirmed, remark, changedBy);
    }

    PackageItem with(long kept) {
        return new PackageItem(key, state, title, content, kept, consent, secondReader, confirmed, remark, changedBy);
    }

    /** Whether it may be changed. */
    enum State {
        OPEN,
        LOCKED,
        RETURNED,
        ACCEPTED
    }
}
