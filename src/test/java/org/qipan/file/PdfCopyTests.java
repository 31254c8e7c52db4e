package org.qipan.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.qipan.file.FileSamples.CANARY;
import static org.qipan.file.FileSamples.ascii;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSObjectKey;
import org.apache.pdfbox.cos.COSStream;
import org.apache.pdfbox.cos.COSString;
import org.apache.pdfbox.pdfwriter.compress.CompressParameters;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(20)
class PdfCopyTests {

    @TempDir
    private Path folder;

    private byte[] copy(byte[] content, boolean cleaned) throws IOException {
        Path from = Files.write(folder.resolve("from.pdf"), content);
        Path to = folder.resolve("to.pdf");
        assertThat(PdfCopy.copy(from, to)).isEqualTo(cleaned);
        return Files.readAllBytes(to);
    }

    private void refuses(byte[] content, String key) {
        assertThatExceptionOfType(FileRefused.class)
                .isThrownBy(() -> copy(content, true))
                .satisfies(e -> assertThat(e.key()).isEqualTo(key));
    }

    /** The bytes, and what is packed in them. */
    private static String everything(byte[] pdf) throws IOException {
        StringBuilder all = new StringBuilder(new String(pdf, StandardCharsets.ISO_8859_1));
        try (PDDocument document = Loader.loadPDF(pdf)) {
            List<COSObjectKey> keys =
                    new ArrayList<>(document.getDocument().getXrefTable().keySet());
            for (COSObjectKey key : keys) {
                COSBase object = document.getDocument().getObjectFromPool(key).getObject();
                strings(object, all);
                if (object instanceof COSStream stream) {
                    boolean picture = COSName.DCT_DECODE.equals(stream.getFilters());
                    try (InputStream in = picture ? stream.createRawInputStream() : stream.createInputStream()) {
                        all.append(new String(in.readAllBytes(), StandardCharsets.ISO_8859_1));
                    }
                }
            }
        }
        return all.toString();
    }

    private static void strings(COSBase object, StringBuilder all) {
        if (object instanceof COSString text) {
            all.append(text.getString()).append('\n');
        } else if (object instanceof COSArray array) {
            array.forEach(each -> strings(each, all));
        } else if (object instanceof COSDictionary dictionary) {
            dictionary.getValues().forEach(each -> strings(each, all));
        }
    }

    static Stream<CompressParameters> compressions() {
        return Stream.of(CompressParameters.NO_COMPRESSION, CompressParameters.DEFAULT_COMPRESSION);
    }

    @ParameterizedTest
    @MethodSource("compressions")
    void removesEveryMarkOfItsMakersAlsoOfEarlierVersions(CompressParameters compression) throws IOException {
        byte[] marked = PdfSamples.marked(compression);
        String before = everything(marked) + everything(Arrays.copyOf(marked, end(marked)));
        PdfSamples.MARKS.forEach(place -> assertThat(before).contains(PdfSamples.mark(place)));
        assertThat(everything(copy(marked, true)))
                .doesNotContain(CANARY, "Photoshop", "MPF", "/Info", "/CreationDate", "JavaScript")
                .contains("kept", "field-name");
    }

    private static int end(byte[] pdf) {
        return new String(pdf, StandardCharsets.ISO_8859_1).indexOf("%%EOF") + 6;
    }

    @ParameterizedTest
    @MethodSource("compressions")
    void keepsPagesChineseTextAndPictures(CompressParameters compression) throws IOException {
        byte[] stored = copy(PdfSamples.marked(compression), true);
        try (PDDocument document = Loader.loadPDF(stored)) {
            assertThat(document.getNumberOfPages()).isEqualTo(2);
            PDPage page = document.getPage(0);
            assertThat(page.getContents().readAllBytes()).asString().isEqualTo(PdfSamples.TEXT);
            COSDictionary font = page.getResources()
                    .getCOSObject()
                    .getCOSDictionary(COSName.FONT)
                    .getCOSDictionary(COSName.getPDFName("AA"));
            assertThat(font.getNameAsString(COSName.BASE_FONT)).isEqualTo("STSong-Light");
            COSStream image =
                    page.getResources().getXObject(COSName.getPDFName("Im1")).getCOSObject();
            try (InputStream in = image.createRawInputStream()) {
                var after = ImageIO.read(in);
                var before = ImageIO.read(new ByteArrayInputStream(FileSamples.picture("jpg")));
                assertThat(after.getRGB(0, 0, 40, 20, null, 0, 40)).isEqualTo(before.getRGB(0, 0, 40, 20, null, 0, 40));
            }
        }
    }

    @Test
    void cleansAPhotoThatIsPackedOnceMore() throws IOException {
        try (PDDocument document = PdfSamples.plain()) {
            COSStream photo = PdfSamples.stream(document, "XObject", FileSamples.photo());
            COSArray filters = new COSArray();
            filters.add(COSName.FLATE_DECODE);
            filters.add(COSName.DCT_DECODE);
            photo.setItem(COSName.FILTER, filters);
            document.getDocumentCatalog().getCOSObject().setItem("Photo", photo);
            byte[] pdf = PdfSamples.saved(document, CompressParameters.NO_COMPRESSION);
            assertThat(everything(copy(pdf, true))).doesNotContain(CANARY, "FlateDecode/DCT", "FlateDecode /DCT");
        }
    }

    @Test
    void keepsASignedFileByteByByte() throws IOException {
        byte[] signed = PdfSamples.signed();
        assertThat(copy(signed, false)).isEqualTo(signed);
    }

    @Test
    void refusesASignedFileThatRunsSomething() throws IOException {
        try (PDDocument document = PdfSamples.plain()) {
            refuses(PdfSamples.signed(document), "file.error.damaged");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "secret"})
    void refusesAPasswordAlsoAnEmptyOne(String password) throws IOException {
        refuses(PdfSamples.encrypted(password), "file.error.encrypted");
    }

    @Test
    void refusesAFileInsideTheFileSignedOrNot() throws IOException {
        try (PDDocument document = new PDDocument()) {
            document.addPage(new PDPage());
            COSStream file = PdfSamples.stream(document, "EmbeddedFile", ascii("MZ"));
            document.getDocumentCatalog()
                    .getCOSObject()
                    .setItem("AF", PdfSamples.holding("EF", PdfSamples.holding("F", file)));
            refuses(PdfSamples.saved(document, CompressParameters.DEFAULT_COMPRESSION), "file.error.attached");
            refuses(PdfSamples.signed(document), "file.error.attached");
        }
    }

    @Test
    void refusesADamagedPictureInside() throws IOException {
        try (PDDocument document = new PDDocument()) {
            document.addPage(new PDPage());
            COSStream photo = document.getDocument().createCOSStream();
            try (var out = photo.createRawOutputStream()) {
                out.write(Arrays.copyOf(FileSamples.photo(), 300));
            }
            photo.setItem(COSName.FILTER, COSName.DCT_DECODE);
            document.getPage(0).getCOSObject().setItem("Photo", photo);
            refuses(PdfSamples.saved(document, CompressParameters.NO_COMPRESSION), "file.error.damaged");
        }
    }

    @ParameterizedTest
    @CsvSource({
        "/Type/ObjStm/N 1/First 4, 64",
        "/Type/XRef/W[1 2 1]/Size 2000000000/Root 2 0 R, 64",
        "/Type/XRef/W[1 2 1]/Size 2000000000/Root 2 0 R, 10",
        "/Type/XRef/W[1 2 1]/Size 9/Root 2 0 R/DecodeParms<</Predictor 12/Columns 2000000000>>, 1"
    })
    void n22StopsUnpackingABomb(String head, int megabytes) throws IOException {
        refuses(PdfSamples.bomb(head, megabytes), "file.error.bomb");
    }

    @ParameterizedTest
    @ValueSource(strings = {"[]", "9 ", "<<>>", "()"})
    void stopsAtTwoMillionObjects(String object) {
        refuses(pages("[" + object.repeat(2_100_000) + "]"), "file.error.bomb");
    }

    @ParameterizedTest
    @ValueSource(strings = {"[", "<</A ", "[<</A "})
    void refusesEndlessNesting(String opening) {
        refuses(pages(opening.repeat(200_000)), "file.error.damaged");
    }

    @Test
    void refusesStreamsThatAllRunToTheEndOfTheFile() {
        StringBuilder kids = new StringBuilder("<</Kids[");
        StringBuilder streams = new StringBuilder();
        for (int i = 10; i < 20_000; i++) {
            kids.append(i).append(" 0 R ");
            streams.append('\n').append(i).append(" 0 obj\n<<>>\nstream\nx");
        }
        refuses(pages(kids + "]>>" + "\nendobj" + streams), "file.error.bomb");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "trailer<<>>", "trailer<</Root 1 0 R>>", "1 0 obj<</Type/Catalog>>endobj", "xref\n0 -1"})
    void refusesWhatHasNoPages(String body) {
        refuses(ascii("%PDF-1.4\n" + body + "\n%%EOF\n"), "file.error.damaged");
    }

    /** A file whose tree of pages is the text. */
    private static byte[] pages(String text) {
        return ascii("%PDF-1.4\n1 0 obj\n<</Type/Catalog/Pages 2 0 R>>\nendobj\n2 0 obj\n" + text
                + "\nendobj\ntrailer<</Root 1 0 R>>\n%%EOF\n");
    }
}
