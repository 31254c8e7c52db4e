package org.qipan;

/** Something a developer can put right himself: one sentence that says what is wrong, one that says what to do. */
final class LocalProblem extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final String remedy;

    LocalProblem(String what, String remedy) {
        super(what);
        this.remedy = remedy;
    }

    LocalProblem(String what, String remedy, Throwable cause) {
        super(what, cause);
        this.remedy = remedy;
    }

    String remedy() {
        return remedy;
    }
}
