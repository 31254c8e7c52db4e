package org.qipan.spreadsheet;

import java.io.IOException;
import java.io.Reader;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Rows of a comma-separated file as RFC 4180 has it, one at a time, so that a file of any length fits. */
public final class CsvRows {

    /** Longer than any row people keep; a file without line ends is not read into memory whole. */
    private static final int LONGEST = 100_000;

    private final Reader in;
    private int next;
    private int line = 1;
    private int rowLine = 1;
    private int number;

    /** @param in buffered by the caller */
    public CsvRows(Reader in) throws IOException {
        this.in = in;
        next = in.read();
        if (next == '\uFEFF') {
            next = in.read();
        }
    }

    /** Line in the file on which the row last returned begins, from 1. */
    public int line() {
        return rowLine;
    }

    /** Number of the row last returned as a spreadsheet counts it, from 1: blank rows count, line ends within a cell do not. */
    public int number() {
        return number;
    }

    /** The next row that is not blank, its cells without the spaces around them; null at the end. */
    public @Nullable List<String> next() throws IOException {
        while (next >= 0) {
            rowLine = line;
            number++;
            List<String> row = row();
            if (row.size() > 1 || !row.get(0).isBlank()) {
                return row;
            }
        }
        return null;
    }

    private List<String> row() throws IOException {
        List<String> row = new ArrayList<>();
        StringBuilder cell = new StringBuilder();
        boolean quoted = false;
        int length = 0;
        for (int c = next; c >= 0; c = next) {
            advance();
            if (++length > LONGEST) {
                throw new RowTooLong(rowLine);
            }
            if (quoted) {
                quoted = c != '"' || next == '"';
                if (quoted) {
                    cell.append((char) c);
                    skipSecondQuote(c);
                }
            } else if (c == '"' && cell.toString().isBlank()) {
                cell.setLength(0);
                quoted = true;
            } else if (c == ',') {
                row.add(cell.toString().strip());
                cell.setLength(0);
            } else if (c == '\n') {
                break;
            } else if (c != '\r') {
                cell.append((char) c);
            }
        }
        row.add(cell.toString().strip());
        return row;
    }

    private void skipSecondQuote(int c) throws IOException {
        if (c == '"') {
            advance();
        }
    }

    private void advance() throws IOException {
        if (next == '\n') {
            line++;
        }
        next = in.read();
    }

    /** A row that cannot be one. */
    public static final class RowTooLong extends IOException {

        private static final long serialVersionUID = 1L;

        RowTooLong(int line) {
            super("row too long at line " + line);
        }
    }
}
