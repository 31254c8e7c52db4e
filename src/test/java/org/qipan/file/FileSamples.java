package org.qipan.file;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import javax.imageio.ImageIO;
import org.apache.poi.util.Units;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.apache.poi.xwpf.usermodel.Document;
import org.apache.poi.xwpf.usermodel.XWPFDocument;

/** Files as phones, offices and attackers make them. Every piece of metadata contains {@link #CANARY}. */
final class FileSamples {

    static final String CANARY = "CANARY-22.6083N-113.4921E";

    private FileSamples() {}

    static byte[] picture(String format) throws IOException {
        BufferedImage image = new BufferedImage(40, 20, BufferedImage.TYPE_INT_RGB);
        for (int i = 0; i < 800; i++) {
            image.setRGB(i % 40, i / 40, i * 31_337);
        }
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        ImageIO.write(image, format, bytes);
        return bytes.toByteArray();
    }

    /** A phone's photo: EXIF with orientation 6 and a place, XMP, IPTC, a comment, and an archive behind the end. */
    static byte[] photo() throws IOException {
        byte[] plain = picture("jpg");
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        bytes.write(plain, 0, 2);
        byte[] text = ascii(CANARY);
        ByteBuffer exif = ByteBuffer.allocate(8 + 2 + 24 + 4 + text.length).order(ByteOrder.LITTLE_ENDIAN);
        exif.put(ascii("II*\0")).putInt(8).putShort((short) 2);
        exif.putShort((short) 0x0112).putShort((short) 3).putInt(1).putInt(6);
        exif.putShort((short) 0x010F).putShort((short) 2).putInt(text.length).putInt(38);
        exif.putInt(0).put(text);
        segment(bytes, 0xE1, join(ascii("Exif\0\0"), exif.array()));
        segment(bytes, 0xE1, ascii("http://ns.adobe.com/xap/1.0/\0" + CANARY));
        segment(bytes, 0xE2, ascii("MPF\0" + CANARY));
        segment(bytes, 0xED, ascii("Photoshop 3.0\0" + CANARY));
        segment(bytes, 0xFE, ascii(CANARY));
        bytes.write(plain, 2, plain.length - 2);
        bytes.write(ascii("PK\3\4" + CANARY));
        return bytes.toByteArray();
    }

    static byte[] pngWithTexts() throws IOException {
        byte[] plain = picture("png");
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        bytes.write(plain, 0, 33);
        for (String type : new String[] {"tEXt", "iTXt", "zTXt", "eXIf", "tIME", "prVt"}) {
            chunk(bytes, type, ascii(CANARY));
        }
        bytes.write(plain, 33, plain.length - 33);
        bytes.write(ascii(CANARY));
        return bytes.toByteArray();
    }

    static byte[] pngOf(int width, int height) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        bytes.writeBytes(new byte[] {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1A, '\n'});
        ByteBuffer header = ByteBuffer.allocate(13).putInt(width).putInt(height).put(new byte[] {8, 2, 0, 0, 0});
        chunk(bytes, "IHDR", header.array());
        chunk(bytes, "IDAT", new byte[10]);
        chunk(bytes, "IEND", new byte[0]);
        return bytes.toByteArray();
    }

    static byte[] webp() {
        byte[] lossless = {0x2f, 39, (byte) 0xC0, 0x04, 0, 1, 2};
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        riff(body, "VP8X", new byte[] {0x0C, 0, 0, 0, 39, 0, 0, 19, 0, 0});
        riff(body, "VP8L", lossless);
        riff(body, "EXIF", ascii(CANARY));
        riff(body, "XMP ", ascii(CANARY));
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        riff(bytes, "RIFF", join(ascii("WEBP"), body.toByteArray()));
        bytes.writeBytes(ascii(CANARY));
        return bytes.toByteArray();
    }

    static byte[] docx() throws IOException {
        try (XWPFDocument document = new XWPFDocument();
                ByteArrayOutputStream bytes = new ByteArrayOutputStream()) {
            var properties = document.getProperties();
            properties.getCoreProperties().setCreator(CANARY);
            properties.getCoreProperties().setLastModifiedByUser(CANARY);
            properties.getExtendedProperties().getUnderlyingProperties().setCompany(CANARY);
            properties.getCustomProperties().addProperty("who", CANARY);
            var run = document.createParagraph().createRun();
            run.setText("走访小结");
            run.addPicture(
                    new ByteArrayInputStream(photo()),
                    Document.PICTURE_TYPE_JPEG,
                    "a.jpg",
                    Units.toEMU(40),
                    Units.toEMU(20));
            document.write(bytes);
            return bytes.toByteArray();
        } catch (org.apache.poi.openxml4j.exceptions.InvalidFormatException e) {
            throw new IOException(e);
        }
    }

    static byte[] xlsx() throws IOException {
        try (XSSFWorkbook book = new XSSFWorkbook();
                ByteArrayOutputStream bytes = new ByteArrayOutputStream()) {
            book.getProperties().getCoreProperties().setCreator(CANARY);
            book.createSheet("表").createRow(0).createCell(0).setCellValue(19);
            book.write(bytes);
            return bytes.toByteArray();
        }
    }

    /** @param parts name, content, name, content … */
    static byte[] zip(Object... parts) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            for (int i = 0; i < parts.length; i += 2) {
                zip.putNextEntry(new ZipEntry((String) parts[i]));
                if (parts[i + 1] instanceof Integer megabytes) {
                    byte[] zeros = new byte[1 << 20];
                    for (int m = 0; m < megabytes; m++) {
                        zip.write(zeros);
                    }
                } else {
                    zip.write(((String) parts[i + 1]).getBytes(StandardCharsets.UTF_8));
                }
            }
        }
        return bytes.toByteArray();
    }

    static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.ISO_8859_1);
    }

    static byte[] join(byte[] first, byte[] second) {
        byte[] both = Arrays.copyOf(first, first.length + second.length);
        System.arraycopy(second, 0, both, first.length, second.length);
        return both;
    }

    private static void segment(ByteArrayOutputStream bytes, int marker, byte[] body) {
        bytes.writeBytes(ByteBuffer.allocate(4)
                .putShort((short) (0xFF00 | marker))
                .putShort((short) (body.length + 2))
                .array());
        bytes.writeBytes(body);
    }

    private static void chunk(ByteArrayOutputStream bytes, String type, byte[] body) {
        CRC32 crc = new CRC32();
        crc.update(ascii(type));
        crc.update(body);
        bytes.writeBytes(ByteBuffer.allocate(4).putInt(body.length).array());
        bytes.writeBytes(ascii(type));
        bytes.writeBytes(body);
        bytes.writeBytes(ByteBuffer.allocate(4).putInt((int) crc.getValue()).array());
    }

    private static void riff(ByteArrayOutputStream bytes, String type, byte[] body) {
        bytes.writeBytes(ascii(type));
        bytes.writeBytes(ByteBuffer.allocate(4)
                .order(ByteOrder.LITTLE_ENDIAN)
                .putInt(body.length)
                .array());
        bytes.writeBytes(body);
        if (body.length % 2 == 1) {
            bytes.write(0);
        }
    }
}
