package org.qipan.paper;

import java.util.List;

/**
 * A list that is printed: A4 across, its head on every page.
 *
 * @param rows as many cells each as there are columns
 * @param mark whose copy it is, at the foot of every page
 */
public record PaperTable(String title, List<Column> columns, List<List<String>> rows, String mark) {

    /** @param share of the width, against the shares of the others */
    public record Column(String name, double share) {}
}
