package org.qipan.board;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.qipan.board.BoardQueries.Item;
import org.qipan.board.BoardQueries.StageBar;

/**
 * 进度看板 of one stage.
 *
 * @param stage the one shown, null before the plan is issued
 * @param may whether the reader may urge
 * @param reminder text for the work group: units and numbers, no names
 */
record Board(
        UUID id,
        String name,
        List<StageBar> stages,
        @Nullable StageBar stage,
        List<Item> items,
        List<Row> rows,
        List<Stuck> stuck,
        TrendChart trend,
        boolean may,
        String reminder,
        String asOf) {

    /** A unit and its cells, in the order of the items. */
    record Row(String unit, String name, String state, List<Cell> cells) {}

    /** @param number what was done of what is asked, empty where nothing is counted */
    record Cell(Standing standing, String word, String number) {}

    /**
     * A unit the stage waits for.
     *
     * @param us id of its part, also what is urged
     * @param post whose turn it is
     * @param vacant nobody holds that post
     * @param late days after the last day, 0 if not yet
     */
    record Stuck(
            long us,
            String unit,
            String name,
            String missing,
            String post,
            boolean vacant,
            long late,
            LocalDate since) {}
}
