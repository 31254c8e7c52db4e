package org.qipan.file;

import java.io.Serial;

/** A file is not taken. Carries the message key for the person and the HTTP status for the browser. */
public class FileRefused extends RuntimeException {

    @Serial
    private static final long serialVersionUID = 1L;

    private final int status;

    FileRefused(int status, String key) {
        super(key, null, false, false);
        this.status = status;
    }

    static FileRefused large() {
        return new FileRefused(413, "file.error.large");
    }

    static FileRefused type() {
        return new FileRefused(415, "file.error.type");
    }

    static FileRefused damaged() {
        return new FileRefused(422, "file.error.damaged");
    }

    public int status() {
        return status;
    }

    public String key() {
        return String.valueOf(getMessage());
    }
}
