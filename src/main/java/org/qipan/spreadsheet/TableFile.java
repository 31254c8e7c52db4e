package org.qipan.spreadsheet;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.StringReader;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import javax.xml.parsers.ParserConfigurationException;
import org.apache.poi.openxml4j.exceptions.OpenXML4JException;
import org.apache.poi.openxml4j.exceptions.OpenXML4JRuntimeException;
import org.apache.poi.openxml4j.opc.OPCPackage;
import org.apache.poi.ss.usermodel.DataFormatter;
import org.apache.poi.ss.usermodel.DateUtil;
import org.apache.poi.ss.util.CellReference;
import org.apache.poi.util.XMLHelper;
import org.apache.poi.xssf.eventusermodel.ReadOnlySharedStringsTable;
import org.apache.poi.xssf.eventusermodel.XSSFReader;
import org.apache.poi.xssf.eventusermodel.XSSFSheetXMLHandler;
import org.apache.poi.xssf.usermodel.XSSFComment;
import org.jspecify.annotations.Nullable;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;

/** Reads the lines of a CSV or .xlsx file as texts. Formulas stay text and are never worked out. */
public final class TableFile {

    private static final int COLUMNS = 30;
    private static final int LONGEST = 2_000;

    private TableFile() {}

    /** The file is neither of the two, or broken. */
    public static final class Unreadable extends Exception {

        private static final long serialVersionUID = 1L;

        Unreadable(@Nullable Throwable cause) {
            super(cause);
        }
    }

    /**
     * Rows the file leaves empty are empty lines, so that line numbers are those people see.
     *
     * @param most how many lines are read; a longer file gives one more, which tells that it is
     */
    public static List<List<String>> lines(byte[] file, int most) throws Unreadable {
        if (file.length > 3 && file[0] == 'P' && file[1] == 'K') {
            return workbook(file, most);
        }
        return csv(FileEncoding.text(file).orElseThrow(() -> new Unreadable(null)), most);
    }

    private static List<List<String>> csv(String text, int most) throws Unreadable {
        List<List<String>> lines = new ArrayList<>();
        try {
            var rows = new CsvRows(new StringReader(text));
            for (@Nullable List<String> row = rows.next(); row != null && lines.size() <= most; row = rows.next()) {
                skipTo(lines, rows.number() - 1, most);
                List<String> line = new ArrayList<>();
                row.forEach(cell -> add(line, cell));
                lines.add(line);
            }
        } catch (IOException tooLong) {
            throw new Unreadable(tooLong);
        }
        return lines;
    }

    private static void skipTo(List<List<String>> lines, int number, int most) {
        while (lines.size() < number && lines.size() <= most) {
            lines.add(List.of());
        }
    }

    private static void add(List<String> line, String text) {
        if (line.size() < COLUMNS) {
            line.add(text.length() > LONGEST ? text.substring(0, LONGEST) : text);
        }
    }

    private static List<List<String>> workbook(byte[] file, int most) throws Unreadable {
        var lines = new Lines(most);
        try (OPCPackage book = OPCPackage.open(new ByteArrayInputStream(file))) {
            var reader = new XSSFReader(book);
            var sheets = reader.getSheetsData();
            if (sheets.hasNext()) {
                try (var sheet = sheets.next()) {
                    var parser = XMLHelper.newXMLReader();
                    parser.setContentHandler(new XSSFSheetXMLHandler(
                            reader.getStylesTable(),
                            null,
                            new ReadOnlySharedStringsTable(book),
                            lines,
                            new Plain(),
                            true));
                    parser.parse(new InputSource(sheet));
                }
            }
        } catch (Enough enough) {
            return lines.read;
        } catch (IOException
                | SAXException
                | OpenXML4JException
                | ParserConfigurationException
                | OpenXML4JRuntimeException
                | IllegalArgumentException
                | IllegalStateException e) {
            throw new Unreadable(e);
        }
        return lines.read;
    }

    /** Numbers with all their digits, dates as in ISO 8601, whatever the workbook would show. */
    private static final class Plain extends DataFormatter {

        Plain() {
            super(Locale.ROOT);
        }

        @Override
        public String formatRawCellContents(double value, int index, String format, boolean use1904) {
            if (DateUtil.isADateFormat(index, format) && DateUtil.isValidExcelDate(value)) {
                LocalDate day = DateUtil.getLocalDateTime(value, use1904).toLocalDate();
                return day.toString();
            }
            return BigDecimal.valueOf(value).stripTrailingZeros().toPlainString();
        }
    }

    private static final class Lines implements XSSFSheetXMLHandler.SheetContentsHandler {

        private final int most;
        private final List<List<String>> read = new ArrayList<>();
        private List<String> line = new ArrayList<>();

        Lines(int most) {
            this.most = most;
        }

        @Override
        public void startRow(int number) {
            skipTo(read, number, most);
            line = new ArrayList<>();
        }

        @Override
        public void endRow(int number) {
            read.add(line);
            if (read.size() > most) {
                throw new Enough();
            }
        }

        @Override
        public void cell(@Nullable String reference, @Nullable String text, @Nullable XSSFComment comment) {
            int column = reference == null ? line.size() : new CellReference(reference).getCol();
            while (line.size() < column && line.size() < COLUMNS) {
                line.add("");
            }
            add(line, text == null ? "" : text);
        }
    }

    /** Stops the parser: the rest will not be read. */
    private static final class Enough extends RuntimeException {
        private static final long serialVersionUID = 1L;
    }
}
