package org.qipan.file;

import java.io.IOException;

/** Files that tell in their metadata where and by whom they were made, for tests of other modules. */
public final class MarkedFiles {

    /** In the metadata of each of them. */
    public static final String MARK = FileSamples.CANARY;

    private MarkedFiles() {}

    public static byte[] photo() throws IOException {
        return FileSamples.photo();
    }

    public static byte[] docx() throws IOException {
        return FileSamples.docx();
    }
}
