package org.qipan.paper;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDateTime;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.springframework.stereotype.Component;

/**
 * Papers as Word files. They are written part by part, because a library would add its name, the time and the machine's user; the same
 * paper gives the same bytes.
 */
@Component
public class WordPapers {

    private static final String TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.";
    private static final String RELATION = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/";
    private static final String HEAD = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>";
    private static final LocalDateTime NEVER = LocalDateTime.of(1980, 1, 1, 0, 0);

    public byte[] write(OfficialPaper paper) {
        Map<String, String> parts = new LinkedHashMap<>();
        parts.put("[Content_Types].xml", types());
        parts.put("_rels/.rels", relations("officeDocument", "word/document.xml"));
        parts.put("word/document.xml", WordText.document(paper));
        parts.put(
                "word/_rels/document.xml.rels",
                relations("styles", "styles.xml", "fontTable", "fontTable.xml", "footer", "footer1.xml"));
        parts.put("word/styles.xml", styles());
        parts.put("word/fontTable.xml", fonts());
        parts.put("word/footer1.xml", WordText.foot(paper));
        return zipped(parts);
    }

    private static byte[] zipped(Map<String, String> parts) {
        try (ByteArrayOutputStream out = new ByteArrayOutputStream();
                ZipOutputStream zip = new ZipOutputStream(out)) {
            for (Map.Entry<String, String> part : parts.entrySet()) {
                ZipEntry entry = new ZipEntry(part.getKey());
                entry.setTimeLocal(NEVER);
                zip.putNextEntry(entry);
                zip.write(part.getValue().getBytes(StandardCharsets.UTF_8));
                zip.closeEntry();
            }
            zip.finish();
            return out.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String types() {
        StringBuilder types = new StringBuilder(HEAD)
                .append("<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\">")
                .append(
                        "<Default Extension=\"rels\" ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/>");
        for (String part : new String[] {"document.main", "styles", "fontTable", "footer"}) {
            String name = part.equals("footer") ? "footer1" : part.replace(".main", "");
            types.append("<Override PartName=\"/word/%s.xml\" ContentType=\"%s%s+xml\"/>".formatted(name, TYPE, part));
        }
        return types.append("</Types>").toString();
    }

    /** @param named kind of relation, target … */
    private static String relations(String... named) {
        StringBuilder relations = new StringBuilder(HEAD)
                .append("<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">");
        for (int i = 0; i < named.length; i += 2) {
            relations.append("<Relationship Id=\"rId%d\" Type=\"%s%s\" Target=\"%s\"/>"
                    .formatted(i / 2 + 1, RELATION, named[i], named[i + 1]));
        }
        return relations.append("</Relationships>").toString();
    }

    private static String styles() {
        WordXml xml = new WordXml("styles");
        int size = Math.round(Measure.BODY * 2);
        xml.in("docDefaults", () -> {
            xml.in(
                    "rPrDefault",
                    () -> xml.in(
                            "rPr",
                            () -> xml.put(
                                            "rFonts",
                                            "ascii",
                                            "Times New Roman",
                                            "hAnsi",
                                            "Times New Roman",
                                            "eastAsia",
                                            WordText.BODY_FONT)
                                    .put("sz", "val", size)
                                    .put("lang", "val", "en-US", "eastAsia", "zh-CN")));
            xml.in(
                    "pPrDefault",
                    () -> xml.in(
                            "pPr",
                            () -> xml.put(
                                    "spacing", "after", 0, "line", Measure.twips(Measure.LINE), "lineRule", "exact")));
        });
        return xml.finish();
    }

    /** What a machine without the prescribed types takes instead. */
    private static String fonts() {
        WordXml xml = new WordXml("fonts");
        font(xml, WordText.BODY_FONT, "仿宋,FangSong,STFangsong,华文仿宋,Noto Serif CJK SC");
        font(xml, WordText.TITLE_FONT, "小标宋体,方正小标宋_GBK,华文中宋,STZhongsong,宋体,SimSun,Noto Serif CJK SC");
        font(xml, WordText.HEADING_FONT, "SimHei,STHeiti,Noto Sans CJK SC");
        font(xml, WordText.NUMBER_FONT, "SimSun,STSong,Noto Serif CJK SC");
        return xml.finish();
    }

    private static void font(WordXml xml, String name, String instead) {
        xml.in("font", () -> xml.put("altName", "val", instead).put("charset", "val", "86"), "name", name);
    }
}
