package org.qipan.roster;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import org.apache.poi.ss.util.CellRangeAddressList;
import org.apache.poi.xssf.usermodel.XSSFDataValidationHelper;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.qipan.directory.CurrentStaff;
import org.qipan.directory.Staff;
import org.qipan.page.Texts;
import org.qipan.staff.PostRules;
import org.springframework.stereotype.Component;

/** The sheet people fill in: its headings, and a list to choose posts from. */
@Component
class RosterTemplate {

    private static final int WIDE = 22 * 256;

    private final CurrentStaff current;
    private final Texts texts;

    RosterTemplate(CurrentStaff current, Texts texts) {
        this.current = current;
        this.texts = texts;
    }

    byte[] make() throws IOException {
        try (var book = new XSSFWorkbook();
                var out = new ByteArrayOutputStream()) {
            XSSFSheet sheet = book.createSheet(texts.text("staff.title"));
            XSSFSheet choices = book.createSheet(texts.text("staff.role"));
            var heading = sheet.createRow(0);
            for (int i = 0; i < RosterReader.COLUMNS.size(); i++) {
                heading.createCell(i).setCellValue(texts.text("roster.column." + RosterReader.COLUMNS.get(i)));
                sheet.setColumnWidth(i, WIDE);
            }
            Staff admin = current.get();
            int roles = 0;
            for (String role : PostRules.givenBy(admin)) {
                choices.createRow(roles++).createCell(0).setCellValue(texts.text("directory.role." + role));
            }
            choose(sheet, choices.getSheetName(), roles, RosterReader.COLUMNS.indexOf("role"));
            choose(sheet, choices.getSheetName(), roles, RosterReader.COLUMNS.indexOf("role2"));
            sheet.createFreezePane(0, 1);
            book.write(out);
            return out.toByteArray();
        }
    }

    private static void choose(XSSFSheet sheet, String from, int choices, int column) {
        var helper = new XSSFDataValidationHelper(sheet);
        var list = helper.createFormulaListConstraint("'" + from + "'!$A$1:$A$" + choices);
        sheet.addValidationData(
                helper.createValidation(list, new CellRangeAddressList(1, RosterController.MOST, column, column)));
    }
}
