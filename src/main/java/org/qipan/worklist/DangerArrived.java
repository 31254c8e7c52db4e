package org.qipan.worklist;

/** An item came in that says somebody may come to harm. Published in the transaction that created it. */
public record DangerArrived(WorkItem item) {}
