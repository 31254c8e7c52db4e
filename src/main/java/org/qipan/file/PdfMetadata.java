package org.qipan.file;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Deque;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSObject;
import org.apache.pdfbox.pdmodel.PDDocument;

/**
 * Takes out of every object of a PDF what nobody sees on its pages: who made it, with what and when, and what would run when it is opened.
 * A file inside the file is refused, because nobody has checked it.
 */
final class PdfMetadata {

    private static final Set<COSName> UNSEEN =
            names("Metadata PieceInfo LastModified Thumb Threads SpiderInfo IDS URLS Author Creator"
                    + " Producer CreationDate ModDate CreatorInfo AA OpenAction JavaScript JS XFA");
    private static final Set<COSName> UNSEEN_ON_NOTES = names("T M NM RC");
    private static final Set<String> RUNNING = Set.of("JavaScript", "Launch", "ImportData", "SubmitForm", "GoToE");
    private static final Set<String> MEDIA = Set.of("FileAttachment", "RichMedia", "3D", "Movie", "Sound", "Screen");
    /** Dictionaries whose keys are names somebody chose: a font may be called AA. */
    private static final Set<COSName> NAMED = names(
            "Font XObject ExtGState ColorSpace Pattern Shading Properties CharProcs N R Dests ClassMap RoleMap Colorants");

    private final Deque<COSBase> left = new ArrayDeque<>();
    private final Set<COSBase> seen = Collections.newSetFromMap(new IdentityHashMap<>());
    private final Set<COSBase> named = Collections.newSetFromMap(new IdentityHashMap<>());
    private final List<BoundedStream> photos = new ArrayList<>();
    private boolean signed;
    private boolean runs;
    private boolean pages;

    private PdfMetadata() {}

    private static Set<COSName> names(String names) {
        return Arrays.stream(names.split(" ")).map(COSName::getPDFName).collect(Collectors.toUnmodifiableSet());
    }

    /**
     * @return false if the document is signed and must not be changed
     * @throws FileRefused if it holds files or, signed, anything that runs
     */
    static boolean remove(PDDocument document) throws IOException {
        COSDictionary trailer = document.getDocument().getTrailer();
        trailer.keySet().stream()
                .filter(key -> !key.equals(COSName.ROOT))
                .toList()
                .forEach(trailer::removeItem);
        PdfMetadata metadata = new PdfMetadata();
        metadata.walk(trailer);
        if (!metadata.pages || metadata.signed && metadata.runs) {
            throw FileRefused.damaged();
        }
        if (metadata.signed) {
            return false;
        }
        for (BoundedStream photo : metadata.photos) {
            clean(photo);
        }
        return true;
    }

    private void walk(COSBase start) {
        add(start);
        while (!left.isEmpty()) {
            COSBase next = left.pop();
            if (next instanceof COSDictionary dictionary) {
                dictionary.forEach(this::look);
                if (!named.contains(dictionary)) {
                    check(dictionary);
                }
            } else if (next instanceof COSArray array) {
                array.forEach(this::add);
            }
        }
    }

    private void look(COSName key, COSBase value) {
        COSBase found = add(value);
        if (found instanceof COSDictionary && NAMED.contains(key)) {
            named.add(found);
        }
    }

    private COSBase add(COSBase value) {
        COSBase found = value instanceof COSObject reference ? reference.getObject() : value;
        if ((found instanceof COSDictionary || found instanceof COSArray) && seen.add(found)) {
            left.push(found);
        }
        return found;
    }

    private void check(COSDictionary dictionary) {
        String type = dictionary.getNameAsString(COSName.TYPE, "");
        String subtype = dictionary.getNameAsString(COSName.SUBTYPE, "");
        if (dictionary.containsKey(COSName.EF) || type.equals("EmbeddedFile") || MEDIA.contains(subtype)) {
            throw new FileRefused(422, "file.error.attached");
        }
        // pages made by a script: without it nothing is left of them
        if (dictionary.getBoolean(COSName.getPDFName("NeedsRendering"), false)) {
            throw FileRefused.damaged();
        }
        pages |= type.equals("Page");
        signed |= dictionary.getCOSArray(COSName.BYTERANGE) != null && dictionary.containsKey(COSName.CONTENTS);
        UNSEEN.forEach(dictionary::removeItem);
        dictionary.keySet().stream()
                .filter(key -> key.getName().startsWith("PTEX."))
                .toList()
                .forEach(dictionary::removeItem);
        if (type.equals("Page")) {
            // beads of article threads, which name an author
            dictionary.removeItem(COSName.B);
        }
        // the T of a form field is its name
        boolean note = type.equals("Annot") || dictionary.containsKey(COSName.RECT) && !subtype.isEmpty();
        if (note && !subtype.equals("Widget")) {
            UNSEEN_ON_NOTES.forEach(dictionary::removeItem);
        } else if (note) {
            dictionary.removeItem(COSName.M);
        }
        if (RUNNING.contains(dictionary.getNameAsString(COSName.S, "")) && !dictionary.containsKey(COSName.K)) {
            runs = true;
            dictionary.clear();
        }
        if (dictionary instanceof BoundedStream stream && isPhoto(stream.filters())) {
            photos.add(stream);
        }
    }

    private static boolean isPhoto(COSArray filters) {
        String last = filters.size() == 0 ? null : filters.getName(filters.size() - 1);
        return "DCTDecode".equals(last) || "DCT".equals(last);
    }

    private static void clean(BoundedStream photo) throws IOException {
        int wrappers = photo.filters().size() - 1;
        try (InputStream in = wrappers == 0
                        ? photo.createRawInputStream()
                        : new ByteArrayInputStream(photo.unpack(wrappers));
                OutputStream out = photo.createRawOutputStream()) {
            JpegCopy.copy(in, out);
        }
        if (wrappers > 0) {
            COSBase settings = photo.getDictionaryObject(COSName.DECODE_PARMS, COSName.DP);
            photo.setItem(COSName.FILTER, COSName.DCT_DECODE);
            photo.removeItem(COSName.DP);
            photo.setItem(COSName.DECODE_PARMS, settings instanceof COSArray each ? each.get(wrappers) : null);
        }
    }
}
