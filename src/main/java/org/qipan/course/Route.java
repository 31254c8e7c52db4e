package org.qipan.course;

import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.qipan.deadline.ComplaintTerms;
import org.qipan.deadline.PetitionTerms;
import org.qipan.deadline.TermRule;

/** Where sorting sends a matter (信访工作条例 arts. 22, 23, 29 to 31). Only {@link #PETITION} starts the 60 days of art. 34. */
public enum Route {
    /** Art. 31 (6): heard, examined and answered by an opinion. */
    PETITION(Way.HANDLE, "31-6", PetitionTerms.HANDLING),
    /** Art. 31 (5): somebody asks that a statutory duty be performed. */
    DUTY(Way.HANDLE, "31-5", ComplaintTerms.DUTY),
    /** Art. 29: studied, adopted where it is useful, answered. */
    SUGGESTION(Way.HANDLE, "29", ComplaintTerms.SUGGESTION),
    /** 简易办理: simple, and brought for the first time. */
    SIMPLE(Way.HANDLE, "simple", ComplaintTerms.SIMPLE),
    /** Art. 31 (1): a matter of the courts, the procuratorate or the police. */
    LITIGATION(Way.DIRECT, "31-1", null),
    /** Art. 31 (2). */
    ARBITRATION(Way.DIRECT, "31-2", null),
    /** Art. 31 (3): appeals within the Party, applications for re-examination. */
    APPEAL(Way.DIRECT, "31-3", null),
    /** Art. 31 (4): reconsideration, adjudication, confirmation, licences, penalties. */
    ADMINISTRATIVE(Way.DIRECT, "31-4", null),
    /** Art. 30: an accusation against officials goes sealed to the discipline organ. */
    SEALED(Way.DIRECT, "30", null),
    /** Art. 23: not of this unit's remit; the petitioner is told whose it is. */
    DECLINED(Way.DIRECT, "23", null),
    /** Art. 22: sent on to the unit whose remit it is. */
    FORWARDED(Way.FORWARD, "22", null),
    /** Art. 22: sent on with a day by which the result is to be reported. */
    ENTRUSTED(Way.FORWARD, "22", null);

    /** What the process does with it. */
    public enum Way {
        HANDLE("handling"),
        DIRECT("serving"),
        FORWARD("forwarded");

        private final String state;

        Way(String state) {
            this.state = state;
        }

        /** The state of a matter that was sent this way. */
        public String state() {
            return state;
        }
    }

    private final Way way;
    private final String article;
    private final @Nullable TermRule rule;

    Route(Way way, String article, @Nullable TermRule rule) {
        this.way = way;
        this.article = article;
        this.rule = rule;
    }

    public static Route of(String key) {
        return valueOf(key.toUpperCase(Locale.ROOT));
    }

    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Message key of the article it rests on. */
    public String articleKey() {
        return "complaint.article." + article;
    }

    public Way way() {
        return way;
    }

    /** The clock of whoever handles it; null where nobody here does. */
    public @Nullable TermRule rule() {
        return rule;
    }

    /** Whether a clock is that of whoever handles it, however many days it was given. */
    public boolean clocks(TermRule clock) {
        return rule != null && rule.code().equals(clock.code());
    }

    /** A suggestion is no petition, and only an accusation is sealed. */
    public boolean fits(Kind kind) {
        if (way == Way.FORWARD || this == DECLINED) {
            return true;
        }
        return switch (kind) {
            case SUGGESTION -> this == SUGGESTION;
            case REPORT -> Set.of(SEALED, DUTY, LITIGATION, ADMINISTRATIVE).contains(this);
            case INQUIRY, HELP, COMPLAINT -> this != SUGGESTION && this != SEALED;
        };
    }
}
