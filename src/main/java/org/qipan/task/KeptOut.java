package org.qipan.task;

import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.qipan.casefile.Exclusions;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * People a case must be kept from, though it may lie with them already (信访工作条例 arts. 28, 30). Unlike a recusal it tells nobody: a line
 * in a course or a copy to a head would say whom the petitioner named.
 */
@Service
public class KeptOut {

    private final Exclusions exclusions;
    private final Withdrawal withdrawal;
    private final ApplicationEventPublisher events;

    KeptOut(Exclusions exclusions, Withdrawal withdrawal, ApplicationEventPublisher events) {
        this.exclusions = exclusions;
        this.withdrawal = withdrawal;
        this.events = events;
    }

    /** They and whoever stands in for them find nothing of it from this moment; what they had goes to who may know. */
    @Transactional
    public void keep(UUID caseId, Collection<UUID> people) {
        List<UUID> fresh =
                people.stream().filter(one -> exclusions.hide(caseId, one)).toList();
        if (!fresh.isEmpty()) {
            withdrawal.settle(caseId);
            events.publishEvent(new PeopleOut(caseId, fresh));
        }
    }

    /** After a case took over who must not know of another: nothing of it waits for them. */
    @Transactional
    public void settle(UUID caseId) {
        withdrawal.settle(caseId);
    }
}
