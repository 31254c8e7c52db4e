package org.qipan.figure;

import java.util.List;

/** A filled table. The total is the sum of all rows, the rates worked out anew. */
public record Sheet(StatisticalForm form, List<Row> rows, Row total) {

    public boolean empty() {
        return total.cells().stream().allMatch(Cell::blank);
    }

    /**
     * A row.
     *
     * @param unit code of the unit; that of the whole scope for the total
     */
    public record Row(String unit, List<Cell> cells) {
        public Cell cell(StatisticalForm form, String column) {
            return cells.get(form.columns().indexOf(form.column(column)));
        }
    }
}
