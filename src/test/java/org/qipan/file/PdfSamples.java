package org.qipan.file;

import static org.qipan.file.FileSamples.CANARY;
import static org.qipan.file.FileSamples.ascii;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Calendar;
import java.util.HexFormat;
import java.util.List;
import java.util.zip.DeflaterOutputStream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSStream;
import org.apache.pdfbox.pdfwriter.compress.CompressParameters;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.encryption.AccessPermission;
import org.apache.pdfbox.pdmodel.encryption.StandardProtectionPolicy;
import org.apache.pdfbox.pdmodel.interactive.digitalsignature.PDSignature;

/** PDFs as offices, scanners, signers and attackers make them. */
final class PdfSamples {

    /** Where {@link #marked} hides its marks. */
    static final List<String> MARKS = List.of(
            "info", "xmp", "page-xmp", "image-xmp", "piece", "note", "id", "script", "next", "group", "tex", "earlier");

    static final String TEXT = "BT /AA 14 Tf 72 700 Td <%s> Tj ET q 40 0 0 20 72 600 cm /Im1 Do Q\n"
            .formatted(HexFormat.of().formatHex("走访小结".getBytes(StandardCharsets.UTF_16BE)));

    private PdfSamples() {}

    static String mark(String place) {
        return CANARY + "-" + place + ".";
    }

    /** Two pages of Chinese text with a phone's photo, and a mark in every place where makers leave one. */
    static byte[] marked(CompressParameters compression) throws IOException {
        byte[] first;
        try (PDDocument document = plain()) {
            document.getDocumentInformation().setAuthor(mark("earlier"));
            first = saved(document, compression);
        }
        try (PDDocument document = Loader.loadPDF(first);
                ByteArrayOutputStream bytes = new ByteArrayOutputStream()) {
            document.getDocumentInformation().setAuthor(mark("info"));
            document.getDocumentInformation().getCOSObject().setNeedToBeUpdated(true);
            document.saveIncremental(bytes);
            return bytes.toByteArray();
        }
    }

    static PDDocument plain() throws IOException {
        PDDocument document = new PDDocument();
        PDPage page = new PDPage();
        document.addPage(page);
        document.addPage(new PDPage());
        COSDictionary catalog = document.getDocumentCatalog().getCOSObject();
        catalog.setItem("Metadata", stream(document, "Metadata", ascii(mark("xmp"))));
        catalog.setItem("OpenAction", action(mark("script")));
        catalog.setItem("OCProperties", holding("D", holding("Creator", mark("group"))));
        COSDictionary own = page.getCOSObject();
        own.setItem("Metadata", stream(document, "Metadata", ascii(mark("page-xmp"))));
        own.setItem("PieceInfo", holding("Maker", holding("Private", mark("piece"))));
        own.setItem("Contents", stream(document, "Content", ascii(TEXT)));
        own.setItem("Resources", resources(document));
        own.setItem("Annots", notes());
        return document;
    }

    private static COSDictionary resources(PDDocument document) throws IOException {
        COSStream image = document.getDocument().createCOSStream();
        try (OutputStream out = image.createRawOutputStream()) {
            out.write(FileSamples.photo());
        }
        image.setName(COSName.TYPE, "XObject");
        image.setName(COSName.SUBTYPE, "Image");
        image.setName(COSName.COLORSPACE, "DeviceRGB");
        image.setName(COSName.FILTER, "DCTDecode");
        image.setInt(COSName.WIDTH, 40);
        image.setInt(COSName.HEIGHT, 20);
        image.setInt(COSName.BITS_PER_COMPONENT, 8);
        image.setItem("Metadata", stream(document, "Metadata", ascii(mark("image-xmp"))));
        image.setString("PTEX.FileName", mark("tex"));
        COSDictionary font = new COSDictionary();
        font.setName(COSName.TYPE, "Font");
        font.setName(COSName.SUBTYPE, "Type0");
        font.setName(COSName.BASE_FONT, "STSong-Light");
        font.setName(COSName.ENCODING, "UniGB-UCS2-H");
        COSDictionary resources = new COSDictionary();
        // a name that elsewhere stands for scripts
        resources.setItem("Font", holding("AA", font));
        resources.setItem("XObject", holding("Im1", image));
        return resources;
    }

    private static COSArray notes() {
        COSDictionary note = new COSDictionary();
        note.setName(COSName.TYPE, "Annot");
        note.setName(COSName.SUBTYPE, "Text");
        note.setString(COSName.T, mark("note"));
        note.setString(COSName.CONTENTS, "kept");
        note.setString("NM", mark("id"));
        note.setDate("CreationDate", Calendar.getInstance());
        COSDictionary link = new COSDictionary();
        link.setName(COSName.SUBTYPE, "Link");
        COSDictionary show = new COSDictionary();
        show.setName(COSName.S, "Named");
        show.setItem("Next", action(mark("next")));
        link.setItem(COSName.A, show);
        COSDictionary field = new COSDictionary();
        field.setName(COSName.TYPE, "Annot");
        field.setName(COSName.SUBTYPE, "Widget");
        field.setString(COSName.T, "field-name");
        COSArray notes = new COSArray();
        notes.add(note);
        notes.add(link);
        notes.add(field);
        return notes;
    }

    static COSDictionary action(String script) {
        COSDictionary action = new COSDictionary();
        action.setName(COSName.S, "JavaScript");
        action.setString("JS", script);
        return action;
    }

    static COSDictionary holding(String key, Object value) {
        COSDictionary dictionary = new COSDictionary();
        if (value instanceof String text) {
            dictionary.setString(key, text);
        } else {
            dictionary.setItem(key, (org.apache.pdfbox.cos.COSBase) value);
        }
        return dictionary;
    }

    static COSStream stream(PDDocument document, String type, byte[] content) throws IOException {
        COSStream stream = document.getDocument().createCOSStream();
        try (OutputStream out = stream.createOutputStream(COSName.FLATE_DECODE)) {
            out.write(content);
        }
        stream.setName(COSName.TYPE, type);
        return stream;
    }

    static byte[] encrypted(String password) throws IOException {
        try (PDDocument document = plain()) {
            document.protect(new StandardProtectionPolicy("owner", password, new AccessPermission()));
            return saved(document, CompressParameters.NO_COMPRESSION);
        }
    }

    static byte[] signed() throws IOException {
        try (PDDocument unsigned = new PDDocument()) {
            unsigned.addPage(new PDPage());
            return signed(unsigned);
        }
    }

    static byte[] signed(PDDocument unsigned) throws IOException {
        try (PDDocument document = Loader.loadPDF(saved(unsigned, CompressParameters.DEFAULT_COMPRESSION));
                ByteArrayOutputStream bytes = new ByteArrayOutputStream()) {
            PDSignature signature = new PDSignature();
            signature.setFilter(PDSignature.FILTER_ADOBE_PPKLITE);
            signature.setSubFilter(PDSignature.SUBFILTER_ADBE_PKCS7_DETACHED);
            signature.setName(CANARY);
            document.addSignature(signature, content -> new byte[] {1, 2, 3});
            document.saveIncremental(bytes);
            return bytes.toByteArray();
        }
    }

    static byte[] saved(PDDocument document, CompressParameters compression) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        document.save(bytes, compression);
        return bytes.toByteArray();
    }

    /** @param head dictionary of the stream without its length */
    static byte[] bomb(String head, int megabytes) throws IOException {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (OutputStream out = new DeflaterOutputStream(packed)) {
            for (int i = 0; i < megabytes; i++) {
                out.write(new byte[1 << 20]);
            }
        }
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        bytes.writeBytes(
                ascii("%PDF-1.5\n1 0 obj\n<<" + head + "/Filter/FlateDecode/Length " + packed.size() + ">>\nstream\n"));
        new ByteArrayInputStream(packed.toByteArray()).transferTo(bytes);
        bytes.writeBytes(ascii("\nendstream\nendobj\nstartxref\n9\n%%EOF\n"));
        return bytes.toByteArray();
    }
}
