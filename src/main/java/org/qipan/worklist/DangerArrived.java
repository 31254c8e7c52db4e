package org.qipan.worklist;

/** An item came in that says somebody may come to harm, at a post somebody holds if there is one up to the top. Published in the transaction that created it. */
public record DangerArrived(WorkItem item) {}
