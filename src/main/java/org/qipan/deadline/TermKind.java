package org.qipan.deadline;

/** Where a term comes from; shown beside it, so that an office's own wish never looks like law. */
public enum TermKind {
    /** 法定: a law or regulation sets it. */
    STATUTORY,
    /** 省级规定: a rule of the province sets it. */
    PROVINCIAL,
    /** 约定: the parties agreed on it. */
    AGREED,
    /** 内部: the office set it for itself. */
    INTERNAL;

    /** Message key of the word on the screen. */
    public String key() {
        return "deadline.kind." + name().toLowerCase(java.util.Locale.ROOT);
    }
}
