package org.qipan.file;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;

/**
 * Word and Excel files part by part: author, company, own properties, thumbnail and the metadata of embedded pictures go, macros and
 * document types are refused, and unpacking stops long before a bomb goes off.
 */
final class OfficeCopy {

    static final List<String> DETECTED = List.of(
            "application/zip",
            "application/x-tika-ooxml",
            "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
            "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet");

    private static final int MOST_PARTS = 2_000;
    private static final long LARGEST = 200L << 20;
    private static final int MOST_RATIO = 100;
    private static final int MOST_AT_ONCE = 20 << 20;
    private static final LocalDateTime NO_TIME = LocalDateTime.of(1980, 1, 1, 0, 0);
    private static final String NS = "http://schemas.openxmlformats.org/";
    private static final Map<String, String> BLANK = Map.of(
            "docprops/core.xml",
            "<cp:coreProperties xmlns:cp=\"" + NS + "package/2006/metadata/core-properties\"/>",
            "docprops/app.xml",
            "<Properties xmlns=\"" + NS + "officeDocument/2006/extended-properties\"/>",
            "docprops/custom.xml",
            "<Properties xmlns=\"" + NS + "officeDocument/2006/custom-properties\"/>");

    private final long budget;
    private long unpacked;

    private OfficeCopy(long size) {
        this.budget = Math.min(LARGEST, size * MOST_RATIO + (1 << 20));
    }

    static void copy(Path from, Path to, String mainPart) throws IOException {
        try (ZipInputStream in = new ZipInputStream(Files.newInputStream(from));
                ZipOutputStream out = new ZipOutputStream(Files.newOutputStream(to))) {
            new OfficeCopy(Files.size(from)).run(in, out, mainPart);
        }
    }

    private void run(ZipInputStream in, ZipOutputStream out, String mainPart) throws IOException {
        boolean main = false;
        boolean types = false;
        int parts = 0;
        for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
            String name = entry.getName();
            String plain = name.toLowerCase(Locale.ROOT);
            if (++parts > MOST_PARTS) {
                throw bomb();
            }
            if (name.startsWith("/")
                    || name.contains("\\")
                    || List.of(name.split("/")).contains("..")) {
                throw FileRefused.damaged();
            }
            if (plain.endsWith("vbaproject.bin")) {
                throw FileRefused.type();
            }
            main |= name.equals(mainPart);
            types |= name.equals("[Content_Types].xml");
            if (entry.isDirectory() || plain.startsWith("docprops/thumbnail")) {
                move(in, OutputStream.nullOutputStream());
                continue;
            }
            ZipEntry copy = new ZipEntry(name);
            copy.setTimeLocal(NO_TIME);
            out.putNextEntry(copy);
            part(plain, in, out);
            out.closeEntry();
        }
        if (!main || !types) {
            throw FileRefused.type();
        }
    }

    private void part(String name, InputStream in, OutputStream out) throws IOException {
        String blank = BLANK.get(name);
        if (blank != null) {
            move(in, OutputStream.nullOutputStream());
            out.write(("<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n" + blank)
                    .getBytes(StandardCharsets.UTF_8));
        } else if (name.equals("_rels/.rels")) {
            out.write(withoutThumbnail(whole(in)));
        } else if (name.contains("/media/") && name.matches(".*\\.(jpe?g|png)")) {
            picture(whole(in), out);
        } else if (name.endsWith(".xml") || name.endsWith(".rels")) {
            byte[] start = in.readNBytes(8192);
            refuseDocumentType(start);
            count(start.length);
            out.write(start);
            move(in, out);
        } else {
            move(in, out);
        }
    }

    // no part of an office file has a document type; only attacks on XML parsers do
    private static void refuseDocumentType(byte[] xml) {
        if (new String(xml, StandardCharsets.ISO_8859_1).replace("\0", "").contains("<!DOCTYPE")) {
            throw FileRefused.damaged();
        }
    }

    private static byte[] withoutThumbnail(byte[] relations) {
        refuseDocumentType(relations);
        return new String(relations, StandardCharsets.UTF_8)
                .replaceAll("<Relationship\\s[^>]*metadata/thumbnail\"[^>]*/>", "")
                .getBytes(StandardCharsets.UTF_8);
    }

    private static void picture(byte[] content, OutputStream out) throws IOException {
        if (content.length > 2 && (content[0] & 0xFF) == 0xFF && (content[1] & 0xFF) == 0xD8) {
            JpegCopy.copy(new ByteArrayInputStream(content), out);
        } else if (content.length > 2 && (content[0] & 0xFF) == 0x89 && content[1] == 'P') {
            PngCopy.copy(new ByteArrayInputStream(content), out);
        } else {
            throw FileRefused.damaged();
        }
    }

    private byte[] whole(InputStream in) throws IOException {
        byte[] bytes = in.readNBytes(MOST_AT_ONCE + 1);
        count(bytes.length);
        if (bytes.length > MOST_AT_ONCE) {
            throw bomb();
        }
        return bytes;
    }

    private void move(InputStream in, OutputStream out) throws IOException {
        byte[] buffer = new byte[8192];
        for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
            count(read);
            out.write(buffer, 0, read);
        }
    }

    private void count(int bytes) {
        unpacked += bytes;
        if (unpacked > budget) {
            throw bomb();
        }
    }

    private static FileRefused bomb() {
        return new FileRefused(422, "file.error.bomb");
    }
}
