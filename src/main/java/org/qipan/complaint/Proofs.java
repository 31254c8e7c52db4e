package org.qipan.complaint;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Objects;
import org.springframework.stereotype.Component;

/** 送达回证: what may be written down as the proof that a paper reached somebody. */
@Component
class Proofs {

    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

    private final Clock clock;

    Proofs(Clock clock) {
        this.clock = clock;
    }

    /** Refuses what cannot be of the fields {@code how}, {@code servedOn} and {@code proof}. @param paper that was signed */
    void check(Complaint complaint, Paper paper, Typed typed) {
        String how = typed.choice("how");
        LocalDate on = typed.day("servedOn");
        LocalDate signed = LocalDate.ofInstant(Objects.requireNonNull(paper.signed()), ZONE);
        if (on == null) {
            typed.refuse("servedOn", "complaint.refused.empty");
        } else if (on.isAfter(LocalDate.now(clock)) || on.isBefore(signed)) {
            typed.refuse("servedOn", "complaint.refused.servedOn", signed.toString());
        }
        boolean electronic = how.equals("electronic");
        if (electronic && !complaint.electronic()) {
            typed.refuse("how", "complaint.refused.notElectronic");
        }
        if (!electronic && !complaint.reachable()) {
            typed.refuse("how", "complaint.refused.notReachable");
        }
        if (!electronic && typed.choice("proof").isBlank()) {
            typed.refuse("proof", "complaint.refused.empty");
        }
    }
}
