package org.qipan.board;

import java.io.IOException;
import java.io.OutputStream;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.xssf.streaming.SXSSFWorkbook;
import org.qipan.campaign.CampaignTexts;
import org.springframework.stereotype.Component;

/** The matrix of a board as .xlsx: what stands on the screen, cell by cell. */
@Component
class BoardWorkbook {

    private final CampaignTexts texts;

    BoardWorkbook(CampaignTexts texts) {
        this.texts = texts;
    }

    void write(Board board, OutputStream out) throws IOException {
        try (SXSSFWorkbook book = new SXSSFWorkbook(100)) {
            Sheet sheet = book.createSheet(texts.get("board.title"));
            Row title = sheet.createRow(0);
            title.createCell(0).setCellValue(board.name());
            title.createCell(1)
                    .setCellValue(board.stage() == null ? "" : board.stage().name());
            title.createCell(2).setCellValue(texts.get("board.asOf", board.asOf()));
            Row head = sheet.createRow(1);
            head.createCell(0).setCellValue(texts.get("board.unit"));
            for (int i = 0; i < board.items().size(); i++) {
                head.createCell(i + 1).setCellValue(board.items().get(i).name());
            }
            int n = 2;
            for (Board.Row unit : board.rows()) {
                Row row = sheet.createRow(n++);
                row.createCell(0).setCellValue(unit.name());
                for (int i = 0; i < unit.cells().size(); i++) {
                    Board.Cell cell = unit.cells().get(i);
                    if (cell.standing() != Standing.NONE) {
                        row.createCell(i + 1).setCellValue((cell.word() + " " + cell.number()).strip());
                    }
                }
            }
            sheet.setColumnWidth(0, 24 * 256);
            sheet.createFreezePane(1, 2);
            book.write(out);
        }
    }
}
