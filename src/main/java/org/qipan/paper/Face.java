package org.qipan.paper;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.fontbox.ttf.CmapLookup;
import org.apache.pdfbox.pdmodel.font.PDType0Font;

/** A font in one document, and how it breaks lines. */
record Face(PDType0Font font, CmapLookup glyphs) {

    private static final int MISSING = '\u25A1';
    /** What no line begins with, and what none ends with. */
    private static final String CLOSING = "，。、；：？！）》〉」』】〕”’…,.;:?!)]}%";

    private static final String OPENING = "（《〈「『【〔“‘([{";

    /** The text with a box where the font has nothing to draw. */
    String drawable(String text) {
        StringBuilder drawn = new StringBuilder();
        text.codePoints()
                .map(c -> Character.isISOControl(c) ? ' ' : c)
                .map(c -> glyphs.getGlyphId(c) != 0 ? c : glyphs.getGlyphId(MISSING) != 0 ? MISSING : '?')
                .forEach(drawn::appendCodePoint);
        return drawn.toString();
    }

    double width(String text, float size, float spacing) {
        try {
            return font.getStringWidth(text) / 1000 * size + spacing * text.codePointCount(0, text.length());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Breaks a text into lines. @param first width of the first line in points, the others have {@code width} */
    List<String> wrap(String text, float size, float spacing, double first, double width) {
        List<String> lines = new ArrayList<>();
        StringBuilder line = new StringBuilder();
        double used = 0;
        double room = first;
        for (String piece : pieces(drawable(text))) {
            double wide = width(piece, size, spacing);
            // Half a point: the grid is not exact to the last digit.
            if (used + wide > room + 0.5 && line.length() > 0) {
                lines.add(line.toString());
                line.setLength(0);
                used = 0;
                room = width;
            }
            line.append(piece);
            used += wide;
        }
        lines.add(line.toString());
        return lines;
    }

    /** What stays together: a character with the marks around it, a word of Latin letters or digits. */
    private static List<String> pieces(String text) {
        List<String> pieces = new ArrayList<>();
        int last = -1;
        for (int c : text.codePoints().toArray()) {
            boolean joined = last >= 0
                    && (CLOSING.indexOf(c) >= 0 || OPENING.indexOf(last) >= 0 || word(last) && word(c))
                    && pieces.get(pieces.size() - 1).length() < Measure.INDENT * 10;
            String one = Character.toString(c);
            if (joined) {
                pieces.set(pieces.size() - 1, pieces.get(pieces.size() - 1) + one);
            } else {
                pieces.add(one);
            }
            last = c;
        }
        return pieces;
    }

    private static boolean word(int c) {
        return c < 0x2000 && !Character.isWhitespace(c);
    }
}
