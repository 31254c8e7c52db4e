package org.qipan.directory;

/** What a post does in a process; the table kind of unit × duty → role turns it into a role at a given level. */
public enum Duty {
    /** Does the work: village worker, township officer, department officer. */
    WORKER,
    /** Answers for the unit: village head, township leader. */
    HEAD,
    /** Examines what the units below submit to this one: its officer. Nobody in a village. */
    REVIEWER
}
