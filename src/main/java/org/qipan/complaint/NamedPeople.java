package org.qipan.complaint;

import java.util.Set;
import java.util.UUID;
import org.qipan.directory.Namesakes;
import org.qipan.directory.StaffRefreshed;
import org.qipan.task.KeptOut;
import org.qipan.vault.NameMarks;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * People who are named as those a matter concerns or must be kept from (信访工作条例 arts. 28, 30): everybody who works here under that name
 * is out of it, wherever he sits. A namesake loses nothing but a matter that is not his; a miss cannot be made good.
 */
@Component
class NamedPeople {

    private final Namesakes namesakes;
    private final NameMarks marks;
    private final KeptOut kept;

    NamedPeople(Namesakes namesakes, NameMarks marks, KeptOut kept) {
        this.namesakes = namesakes;
        this.marks = marks;
        this.kept = kept;
    }

    /** Everybody whose name stands in a text. */
    Set<UUID> in(String text) {
        return text.isBlank() ? Set.of() : namesakes.of(NameMarks.in(text));
    }

    /** They are out of it from now on, and whoever comes to work here under a name that stands in the text. */
    void keep(UUID complaint, String text, Set<UUID> people) {
        if (!text.isBlank()) {
            marks.note(complaint, text);
            kept.keep(complaint, people);
        }
    }

    /** What was kept from people in one matter is kept from them in the other. */
    void copy(UUID from, UUID to) {
        marks.copy(from, to);
    }

    /** Nobody sees a matter before he signed in, so who comes later is out before he sees it. */
    @EventListener
    @Transactional
    public void on(StaffRefreshed refreshed) {
        UUID staff = refreshed.staff().id();
        marks.cases(refreshed.staff().name()).forEach(complaint -> kept.keep(complaint, Set.of(staff)));
    }
}
