package org.qipan.paper;

/** Measures of GB/T 9704-2012, in millimetres and points. */
final class Measure {

    /** A4. */
    static final double PAGE_WIDTH = points(210);

    static final double PAGE_HEIGHT = points(297);

    /** 天头 and 订口. */
    static final double TOP = points(37);

    static final double LEFT = points(28);

    /** 版心: 22 lines of 28 characters. */
    static final double WIDTH = points(156);

    static final double HEIGHT = points(225);
    static final double LINE = HEIGHT / 22;
    static final double CHARACTER = WIDTH / 28;

    /** 3号, 2号 and 4号; the head is as large as its unit thinks fit. */
    static final float BODY = 16;

    static final float TITLE = 22;
    static final float PAGE_NUMBER = 14;
    static final float HEAD = 30;

    /** Of the foot, which the standard does not know: out of the way of the text. */
    static final float FOOT = 8.5f;

    /** A paragraph begins two characters in; a date ends four characters before the margin. */
    static final int INDENT = 2;

    static final int DATE_RIGHT = 4;

    private Measure() {}

    static double points(double millimetres) {
        return millimetres * 72 / 25.4;
    }

    /** Word counts in twentieths of a point. */
    static int twips(double points) {
        return (int) Math.round(points * 20);
    }

    /** Width in Chinese characters; Latin letters and digits are about half as wide. */
    static double characters(String text) {
        return text.codePoints().mapToDouble(c -> c < 0x2000 ? 0.5 : 1).sum();
    }

    /** How far from the right margin a line stands whose middle is that of the date. */
    static double overDate(String line, String date) {
        return Math.max(0, DATE_RIGHT + (characters(date) - characters(line)) / 2);
    }
}
