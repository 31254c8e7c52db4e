package org.qipan.desk;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.qipan.deadline.LampView;

/**
 * One line of a list, whichever tab it is in.
 *
 * @param url where it leads
 * @param post words of the post it waits for or was done in, null where none does
 * @param act message key of what was done, null in lists of open things
 * @param when date it came, was done or was opened
 * @param ended its stage was closed
 * @param returned it came back to be changed
 * @param unread he has not opened it since it came or was urged
 * @param absent name of the one the reader stands in for, null where it is his own
 * @param asker name of the one who asked him to do it, null if nobody did
 * @param doer name of the one he asked to do it for him, null if he asked nobody
 * @param key where the next page begins if this is the last row
 */
public record ListRow(
        long id,
        String url,
        UUID caseId,
        @Nullable String number,
        String title,
        @Nullable String subject,
        @Nullable String unit,
        @Nullable String post,
        @Nullable String act,
        Instant when,
        @Nullable Instant due,
        @Nullable LampView lamp,
        boolean blocked,
        boolean ended,
        boolean unclaimed,
        boolean urged,
        boolean returned,
        boolean unread,
        @Nullable String absent,
        @Nullable String asker,
        @Nullable String doer,
        String key) {

    private static final java.time.format.DateTimeFormatter DATE =
            java.time.format.DateTimeFormatter.ofPattern("MM-dd").withZone(java.time.ZoneId.of("Asia/Shanghai"));

    /** The same line with what is known of it from elsewhere. */
    ListRow marked(boolean wasUrged, boolean isUnread, @Nullable String askedBy, @Nullable String doneBy) {
        return new ListRow(
                id,
                url,
                caseId,
                number,
                title,
                subject,
                unit,
                post,
                act,
                when,
                due,
                lamp,
                blocked,
                ended,
                unclaimed,
                wasUrged,
                returned,
                isUnread,
                askedBy == null ? absent : null,
                askedBy,
                doneBy,
                key);
    }

    /** The same line in words. */
    ListRow named(String titleRead, String unitName, @Nullable String postTitle) {
        return new ListRow(
                id, url, caseId, number, titleRead, subject, unitName, postTitle, act, when, due, lamp, blocked, ended,
                unclaimed, urged, returned, unread, absent, asker, doer, key);
    }

    /** What is to be told apart at a glance. @param key its words @param name of a person in them, if there is one */
    public record Mark(String key, @Nullable String name) {}

    public List<Mark> marks() {
        List<Mark> marks = new ArrayList<>();
        mark(marks, "acting", absent);
        mark(marks, "asked", asker);
        mark(marks, "doer", doer);
        mark(marks, "returned", returned);
        mark(marks, "urged", urged);
        mark(marks, "blocked", blocked);
        mark(marks, "ended", ended);
        mark(marks, "unclaimed", unclaimed);
        return marks;
    }

    private static void mark(List<Mark> marks, String word, @Nullable String name) {
        if (name != null) {
            marks.add(new Mark("desk.mark." + word, name));
        }
    }

    private static void mark(List<Mark> marks, String word, boolean is) {
        if (is) {
            marks.add(new Mark("desk.mark." + word, null));
        }
    }

    public String date() {
        return DATE.format(when);
    }
}
