package org.qipan.paper;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Objects;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.springframework.stereotype.Component;

/** Papers as PDF. The same paper gives the same bytes; no date, name or program is in them. */
@Component
public class PdfPapers {

    private final PaperFonts fonts;

    PdfPapers(PaperFonts fonts) {
        this.fonts = fonts;
    }

    public byte[] write(OfficialPaper paper) {
        try (PDDocument document = new PDDocument();
                ByteArrayOutputStream out = new ByteArrayOutputStream()) {
            // Else the identifier of the file would be made of the time.
            document.setDocumentId(0L);
            document.getDocumentCatalog().setLanguage("zh-CN");
            PdfFlow flow = new PdfFlow(document, fonts.body(document), fonts.title(document));
            set(paper, flow);
            flow.finish(paper.foot());
            document.save(out);
            return out.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void set(OfficialPaper paper, PdfFlow flow) throws IOException {
        flow.head(paper.issuer(), Objects.requireNonNullElse(paper.number(), ""));
        flow.blank(1);
        flow.title(paper.title());
        flow.blank(1);
        if (paper.addressee() != null) {
            flow.paragraph(paper.addressee(), false, 0);
        }
        for (OfficialPaper.Line line : paper.body()) {
            flow.paragraph(line.text(), line.heading(), Measure.INDENT);
        }
        for (OfficialPaper.Row row : paper.rows()) {
            flow.row(row.label(), row.text());
        }
        for (String attachment : paper.attachments()) {
            flow.paragraph(attachment, false, Measure.INDENT);
        }
        String date = paper.date();
        if (date != null) {
            flow.together(5);
            flow.blank(2);
            flow.ending(paper.seal(), Measure.overDate(paper.seal(), date), true);
            flow.ending(paper.issuer(), Measure.overDate(paper.issuer(), date), false);
            flow.ending(date, Measure.DATE_RIGHT, false);
        }
    }
}
