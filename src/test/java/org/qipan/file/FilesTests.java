package org.qipan.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.qipan.file.FileSamples.CANARY;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.zip.ZipInputStream;
import javax.imageio.ImageIO;
import javax.sql.DataSource;
import org.apache.pdfbox.pdfwriter.compress.CompressParameters;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.qipan.TestDatabase;
import org.qipan.casefile.TestTexts;
import org.qipan.directory.Staff;
import org.springframework.beans.factory.support.StaticListableBeanFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

class FilesTests {

    private static final DataSource DATABASE = TestDatabase.fresh();
    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-11-21T02:32:00Z"), ZoneId.of("Asia/Shanghai"));

    private final JdbcClient jdbc = JdbcClient.create(DATABASE);
    private final FileRows rows = new FileRows(jdbc, TestTexts.of(jdbc));
    private final TransactionTemplate transaction = new TransactionTemplate(new JdbcTransactionManager(DATABASE));
    private final UUID openCase = UUID.randomUUID();
    private final StaticListableBeanFactory beans = new StaticListableBeanFactory();
    private final Files files = new Files(rows, transaction, beans.getBeanProvider(FileAccess.class), CLOCK);
    private final Staff worker = staff();
    private final Staff colleague = staff();

    private static Staff staff() {
        return new Staff(UUID.randomUUID(), "u", "u", true, List.of());
    }

    private byte[] throughTheStore(byte[] content, String name) throws IOException {
        StoredFile file = files.store(new ByteArrayInputStream(content), name, worker.id());
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        files.write(file, out);
        assertThat(out.size()).isEqualTo((int) file.size());
        return out.toByteArray();
    }

    private void refuses(byte[] content, String name, int status, String key) {
        int before =
                jdbc.sql("select count(*) from file_chunk").query(Integer.class).single();
        assertThatExceptionOfType(FileRefused.class)
                .isThrownBy(() -> files.store(new ByteArrayInputStream(content), name, worker.id()))
                .satisfies(e -> {
                    assertThat(e.key()).isEqualTo(key);
                    assertThat(e.status()).isEqualTo(status);
                });
        assertThat(jdbc.sql("select count(*) from file_chunk")
                        .query(Integer.class)
                        .single())
                .isEqualTo(before);
    }

    private static String latin(byte[] bytes) {
        return new String(bytes, StandardCharsets.ISO_8859_1);
    }

    @Test
    void aPhotoLosesItsPlaceButNotAPixelNorItsOrientation() throws IOException {
        byte[] photo = FileSamples.photo();
        assertThat(latin(photo)).contains(CANARY);
        byte[] stored = throughTheStore(photo, "IMG_0001.JPG");
        assertThat(latin(stored))
                .doesNotContain(CANARY, "Photoshop", "adobe", "MPF")
                .contains("Exif");
        int exif = latin(stored).indexOf("Exif");
        assertThat(Arrays.copyOfRange(stored, exif + 16, exif + 26))
                .isEqualTo(new byte[] {1, 0x12, 0, 3, 0, 0, 0, 1, 0, 6});
        var before = ImageIO.read(new ByteArrayInputStream(FileSamples.picture("jpg")));
        var after = ImageIO.read(new ByteArrayInputStream(stored));
        assertThat(after.getRGB(0, 0, 40, 20, null, 0, 40)).isEqualTo(before.getRGB(0, 0, 40, 20, null, 0, 40));
    }

    @Test
    void aPngLosesItsTexts() throws IOException {
        byte[] stored = throughTheStore(FileSamples.pngWithTexts(), "a.png");
        assertThat(latin(stored)).doesNotContain(CANARY, "tEXt", "eXIf");
        assertThat(ImageIO.read(new ByteArrayInputStream(stored)).getWidth()).isEqualTo(40);
    }

    @Test
    void aWebpLosesItsMetadataAndStaysWellFormed() throws IOException {
        byte[] stored = throughTheStore(FileSamples.webp(), "a.webp");
        assertThat(latin(stored)).doesNotContain(CANARY, "EXIF", "XMP ").contains("VP8L");
        assertThat(stored[4] & 0xFF).isEqualTo(stored.length - 8);
        assertThat(stored[20]).isZero();
    }

    @Test
    void aWordFileLosesItsAuthorAndThePlaceInItsPhoto() throws Exception {
        byte[] stored = throughTheStore(FileSamples.docx(), "小结.docx");
        try (XWPFDocument document = new XWPFDocument(new ByteArrayInputStream(stored))) {
            assertThat(document.getProperties().getCoreProperties().getCreator())
                    .isNull();
            assertThat(document.getProperties().getCustomProperties().getProperty("who"))
                    .isNull();
            assertThat(document.getParagraphs().get(0).getText()).contains("走访小结");
            assertThat(latin(document.getAllPictures().get(0).getData())).doesNotContain(CANARY);
        }
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(stored))) {
            while (zip.getNextEntry() != null) {
                assertThat(new String(zip.readAllBytes(), StandardCharsets.UTF_8))
                        .doesNotContain(CANARY);
            }
        }
    }

    @Test
    void anExcelFileLosesItsAuthorAndKeepsItsNumbers() throws IOException {
        byte[] stored = throughTheStore(FileSamples.xlsx(), "表.xlsx");
        try (XSSFWorkbook book = new XSSFWorkbook(new ByteArrayInputStream(stored))) {
            assertThat(book.getProperties().getCoreProperties().getCreator()).isNull();
            assertThat(book.getSheetAt(0).getRow(0).getCell(0).getNumericCellValue())
                    .isEqualTo(19);
        }
    }

    @Test
    void aPdfLosesItsAuthor() throws IOException {
        byte[] pdf = PdfSamples.marked(CompressParameters.NO_COMPRESSION);
        assertThat(latin(pdf)).contains(CANARY);
        StoredFile file = files.store(new ByteArrayInputStream(pdf), "a.pdf", worker.id());
        assertThat(file.cleaned()).isTrue();
        assertThat(latin(throughTheStore(pdf, "a.pdf"))).startsWith("%PDF-").doesNotContain(CANARY);
    }

    @Test
    void aSealedPdfIsKeptAsItIsAndItsUploaderToldSo() throws IOException {
        byte[] pdf = PdfSamples.signed();
        StoredFile file = files.store(new ByteArrayInputStream(pdf), "a.pdf", worker.id());
        assertThat(file.cleaned()).isFalse();
        assertThat(throughTheStore(pdf, "a.pdf")).isEqualTo(pdf);
    }

    @Test
    void refusesAPdfWithAPasswordAndSaysWhatToDo() throws IOException {
        refuses(PdfSamples.encrypted(""), "a.pdf", 422, "file.error.encrypted");
        refuses(PdfSamples.encrypted("secret"), "a.pdf", 422, "file.error.encrypted");
    }

    @Test
    void keepsTextAsItIs() throws IOException {
        byte[] csv = "姓名,数量\n甲,1\n".getBytes("GB18030");
        assertThat(throughTheStore(csv, "表.csv")).isEqualTo(csv);
    }

    @Test
    void keepsALargeFileInPiecesAndReadsItBackExactly() throws IOException {
        byte[] text = new byte[(1 << 20) + 17];
        Random random = new Random(7);
        for (int i = 0; i < text.length; i++) {
            text[i] = (byte) ('a' + random.nextInt(26));
        }
        StoredFile file = files.store(new ByteArrayInputStream(text), "a.txt", worker.id());
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        files.write(file, out);
        assertThat(out.toByteArray()).isEqualTo(text);
        assertThat(jdbc.sql("select max(length(data)) from file_chunk where file = ?")
                        .param(file.id())
                        .query(Integer.class)
                        .single())
                .isEqualTo(FileRows.PIECE);
    }

    @Test
    void n21StopsReadingAtTwentyMegabytes() {
        var endless = new InputStream() {
            private long given;

            @Override
            public int read() {
                given++;
                return 'a';
            }
        };
        assertThatExceptionOfType(FileRefused.class)
                .isThrownBy(() -> files.store(endless, "a.txt", worker.id()))
                .satisfies(e -> assertThat(e.status()).isEqualTo(413));
        assertThat(endless.given).isLessThan(Files.LARGEST + (1 << 16));
    }

    @ParameterizedTest
    @ValueSource(strings = {"word/document.xml", "word/media/a.jpg", "docProps/core.xml", "word/fonts/x.odttf"})
    void n22StopsUnpackingABomb(String part) throws IOException {
        byte[] bomb = FileSamples.zip("[Content_Types].xml", "<Types/>", part, 300);
        refuses(bomb, "a.docx", 422, "file.error.bomb");
    }

    @Test
    void n22RefusesTenThousandParts() throws IOException {
        Object[] parts = new Object[20_000];
        for (int i = 0; i < parts.length; i += 2) {
            parts[i] = "p" + i;
            parts[i + 1] = "";
        }
        refuses(FileSamples.zip(parts), "a.docx", 422, "file.error.bomb");
    }

    @ParameterizedTest
    @CsvSource({
        "MZ\u0090\u0000\u0003\u0000program, a.jpg",
        "<html><script>alert(1)</script></html>, a.pdf",
        "<html><script>alert(1)</script></html>, a.txt",
        "<svg xmlns='http://www.w3.org/2000/svg' onload='alert(1)'/>, a.png",
        "GIF89a;PK\u0003\u0004, a.jpg",
        "PK\u0003\u0004, a.png",
        "plain text, a.docx",
        "plain text, a.exe",
        "plain text, a.html",
        "plain text, a.svg",
        "plain text, noextension",
        "plain text, a.txt.js",
        "a\u0000b, a.csv"
    })
    void n24RefusesContentThatIsNotWhatTheNameSays(String content, String name) {
        refuses(FileSamples.ascii(content), name, 415, "file.error.type");
    }

    @Test
    void n24RefusesAPdfWithASecondFileBehindIt() throws IOException {
        byte[] pdf = FileSamples.ascii("%PDF-1.4\ntrailer<<>>\n%%EOF\n");
        refuses(FileSamples.join(pdf, FileSamples.zip("a.class", "x")), "a.pdf", 422, "file.error.damaged");
    }

    @Test
    void n24RefusesMacrosAndArchivesThatAreNoOfficeFiles() throws IOException {
        byte[] macro = FileSamples.zip(
                "[Content_Types].xml", "<Types/>", "word/document.xml", "<a/>", "word/vbaProject.bin", "x");
        refuses(macro, "a.docx", 415, "file.error.type");
        refuses(FileSamples.zip("a.txt", "x"), "a.docx", 415, "file.error.type");
        refuses(FileSamples.xlsx(), "a.docx", 415, "file.error.type");
    }

    @Test
    void n25RefusesAPictureOfNineHundredMegapixels() {
        refuses(FileSamples.pngOf(30_000, 30_000), "a.png", 422, "file.error.pixels");
        refuses(FileSamples.pngOf(-1, 30_000), "a.png", 422, "file.error.damaged");
    }

    @Test
    void n6RefusesExternalEntitiesAndPathsOutOfTheArchive() throws IOException {
        byte[] entity = FileSamples.zip(
                "[Content_Types].xml", "<Types/>",
                "word/document.xml",
                        "<?xml version='1.0'?><!DOCTYPE a [<!ENTITY x SYSTEM 'http://127.0.0.1/'>]><a>&x;</a>");
        refuses(entity, "a.docx", 422, "file.error.damaged");
        refuses(
                FileSamples.zip("[Content_Types].xml", "<Types/>", "../../etc/x", "y"),
                "a.docx",
                422,
                "file.error.damaged");
    }

    @ParameterizedTest
    @ValueSource(ints = {3, 30, 200, 400})
    void refusesAPictureThatStopsInTheMiddle(int length) throws IOException {
        refuses(Arrays.copyOf(FileSamples.picture("jpg"), length), "a.jpg", 422, "file.error.damaged");
    }

    @Test
    void refusesAnEmptyFile() {
        refuses(new byte[0], "a.txt", 422, "file.error.empty");
    }

    @Test
    void onlyTheUploaderReadsAFileThatBelongsToNoCase() throws IOException {
        StoredFile file = files.store(new ByteArrayInputStream(FileSamples.ascii("x")), "a.txt", worker.id());
        assertThat(files.readable(file.id(), worker)).isPresent();
        assertThat(files.readable(file.id(), colleague)).isEmpty();
        assertThat(files.readable(UUID.randomUUID(), worker)).isEmpty();
    }

    @Test
    void aCaseDecidesWhoElseReadsItsFiles() throws IOException {
        StoredFile file = files.store(new ByteArrayInputStream(FileSamples.ascii("x")), "a.txt", worker.id());
        files.attach(List.of(file.id()), openCase, worker.id());
        assertThat(files.of(openCase)).extracting(StoredFile::id).containsExactly(file.id());
        assertThat(files.readable(file.id(), colleague)).isEmpty();
        beans.addBean("access", (FileAccess) (caseId, id, staff) -> caseId.equals(openCase) && staff.equals(colleague));
        assertThat(files.readable(file.id(), colleague)).isPresent();
        assertThat(files.readable(file.id(), staff())).isEmpty();
    }

    @Test
    void nobodyAttachesAnothersFileOrMovesItToASecondCase() throws IOException {
        StoredFile file = files.store(new ByteArrayInputStream(FileSamples.ascii("x")), "a.txt", worker.id());
        files.attach(List.of(file.id()), openCase, colleague.id());
        assertThat(files.of(openCase)).isEmpty();
        files.attach(List.of(file.id()), openCase, worker.id());
        UUID second = UUID.randomUUID();
        files.attach(List.of(file.id()), second, worker.id());
        assertThat(files.of(second)).isEmpty();
    }

    @Test
    void aCopyForAnotherCaseHasTheWholeContentAndOutlivesTheFileItWasMadeOf() throws IOException {
        byte[] text = "一".repeat(FileRows.PIECE).getBytes(StandardCharsets.UTF_8);
        StoredFile file = files.store(new ByteArrayInputStream(text), "手册.txt", worker.id());
        UUID second = UUID.randomUUID();
        UUID id = files.copy(file.id(), second, colleague.id()).orElseThrow();
        jdbc.sql("delete from file where id = ?").param(file.id()).update();
        StoredFile copy = files.of(second).get(0);
        assertThat(copy)
                .returns(id, StoredFile::id)
                .returns("手册.txt", StoredFile::name)
                .returns(colleague.id(), StoredFile::uploadedBy);
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        files.write(copy, out);
        assertThat(out.toByteArray()).isEqualTo(text);
        assertThat(files.copy(UUID.randomUUID(), second, worker.id())).isEmpty();
    }

    @Test
    void deletesWhatNoCaseTookAfterAHundredAndTwentyDays() throws IOException {
        StoredFile loose = files.store(new ByteArrayInputStream(FileSamples.ascii("x")), "a.txt", worker.id());
        StoredFile taken = files.store(new ByteArrayInputStream(FileSamples.ascii("y")), "b.txt", worker.id());
        files.attach(List.of(taken.id()), openCase, worker.id());
        Clock later = Clock.offset(CLOCK, Duration.ofDays(120).plusSeconds(1));
        assertThat(new FileRetention(rows, transaction, later).deleteOld()).isPositive();
        assertThat(rows.find(loose.id())).isEmpty();
        assertThat(rows.find(taken.id())).isPresent();
        assertThat(jdbc.sql("select count(*) from file_chunk where file = ?")
                        .param(loose.id())
                        .query(Integer.class)
                        .single())
                .isZero();
    }
}
