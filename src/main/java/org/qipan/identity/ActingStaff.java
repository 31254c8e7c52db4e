package org.qipan.identity;

import org.qipan.audit.Actor;
import org.qipan.audit.CurrentActor;
import org.qipan.directory.CurrentStaff;
import org.qipan.directory.Staff;
import org.springframework.stereotype.Component;

/** Tells the audit who acts: the person and the posts he holds, in codes that stay readable after the posts are gone. */
@Component
class ActingStaff implements CurrentActor {

    private final CurrentStaff current;

    ActingStaff(CurrentStaff current) {
        this.current = current;
    }

    @Override
    public Actor actor() {
        return current.find().map(Staff::actor).orElseGet(Actor::system);
    }
}
