package org.qipan.absence;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.qipan.directory.Colleagues;
import org.qipan.task.RecusalsInForce;

/**
 * What {@code /substitutions} prints.
 *
 * @param absentees for whom the reader may arrange a substitute, himself first; empty if for nobody
 * @param absent the one chosen among them
 * @param fit who may stand in for him
 * @param kinds kinds of case a substitution can be limited to
 * @param led colleagues about whose recusal he decides
 * @param error text of the refusal, null if nothing was refused
 */
record SubstitutionList(
        List<Row> running,
        List<Row> coming,
        List<Row> past,
        List<Colleagues.Named> absentees,
        @Nullable String absent,
        List<Colleagues.Named> fit,
        Set<String> kinds,
        SubstitutionForm form,
        String today,
        List<Colleagues.Named> led,
        List<RecusalsInForce.Row> recusals,
        @Nullable String error) {

    public boolean empty() {
        return running.isEmpty() && coming.isEmpty() && past.isEmpty();
    }

    /**
     * One substitution.
     *
     * @param kind kind of case it is limited to, null for the whole desk
     * @param early day on which it was ended before its last, null if it was not
     */
    record Row(
            String id,
            String absent,
            String substitute,
            String from,
            String to,
            @Nullable String kind,
            @Nullable String reason,
            @Nullable String early,
            boolean over) {}
}
