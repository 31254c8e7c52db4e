package org.qipan.problem;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.qipan.deadline.LampView;
import org.qipan.deadline.TermRuler;
import org.qipan.file.StoredFile;

/**
 * A problem as pages print it.
 *
 * @param raiser words of the post it was raised in
 * @param raised day it was raised, without the hour
 * @param at name of the unit that has it, or had it last
 * @param lamp how the clock stands, null while no unit is to act
 * @param ruler the clock drawn, with the rule it follows; null as {@code lamp}
 * @param origin link to where it was met, null where this reader has none
 */
record ProblemView(
        UUID id,
        String title,
        ProblemKind kind,
        boolean urgent,
        String text,
        @Nullable String place,
        OriginPage.@Nullable Shown origin,
        String raiser,
        String raised,
        String state,
        String at,
        @Nullable LampView lamp,
        @Nullable TermRuler ruler,
        @Nullable String answer,
        @Nullable Boolean solved,
        List<StoredFile> files) {

    public String kindKey() {
        return "problem.kind." + kind.key();
    }

    public String stateKey() {
        return "problem.state." + (Boolean.FALSE.equals(solved) && state.equals("closed") ? "unsolved" : state);
    }
}
