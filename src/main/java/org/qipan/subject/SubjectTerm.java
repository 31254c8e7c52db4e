package org.qipan.subject;

import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The clocks a subject may name. How many days each has stands with the rules that count them; here is only which, and whose rule it is. */
public enum SubjectTerm {
    /** 60 days from acceptance: 信访工作条例 art. 34. */
    PETITION_HANDLING("petition-handling", "statutory"),
    /** 简易办理: the petition offices' own practice. */
    PETITION_SIMPLE("petition-simple", "internal"),
    /** A duty by statute, with the clock of the law named as its basis. */
    DUTY("duty", "statutory"),
    /** Another legal procedure, with that procedure's clock. */
    PROCEEDING("proceeding", "statutory"),
    /** Art. 29 sets no days for suggestions: the office sets them. */
    SUGGESTION("suggestion", "internal"),
    /** Questions, as the 12345 rules of the area have them. */
    INQUIRY("inquiry", "internal");

    private final String code;
    private final String kind;

    SubjectTerm(String code, String kind) {
        this.code = code;
        this.kind = kind;
    }

    /** As stored. */
    public String code() {
        return code;
    }

    /** Message key of its name. */
    public String key() {
        return "subject.term." + code;
    }

    /** Message key of the word for whose rule it is: 法定 or 内部. */
    public String kindKey() {
        return "deadline.kind." + kind;
    }

    static Optional<SubjectTerm> of(@Nullable String code) {
        return Stream.of(values()).filter(term -> term.code.equals(code)).findFirst();
    }
}
