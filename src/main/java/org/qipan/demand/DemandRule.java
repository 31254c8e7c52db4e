package org.qipan.demand;

/** What a capability above wants to be true before one of its demands is answered: one bean each, where it wants anything. */
public interface DemandRule {

    String kind();

    /** @throws org.qipan.worklist.Refused if it cannot be answered yet */
    void answering(Demand demand);
}
