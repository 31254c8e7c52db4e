package org.qipan.hotline;

import java.util.List;
import org.qipan.worklist.Refused.Reason;

/** A call cannot be answered as asked. Holds message keys and names of fields, nothing that was sent. */
final class Faulty extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final Fault fault;
    private final transient List<Reason> reasons;

    Faulty(Fault fault) {
        this(fault, List.of());
    }

    Faulty(Fault fault, List<Reason> reasons) {
        super(fault.name(), null, false, false);
        this.fault = fault;
        this.reasons = List.copyOf(reasons);
    }

    Fault fault() {
        return fault;
    }

    List<Reason> reasons() {
        return reasons;
    }
}
