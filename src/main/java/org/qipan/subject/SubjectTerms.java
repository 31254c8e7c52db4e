package org.qipan.subject;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.qipan.deadline.TermKind;
import org.qipan.term.Terms;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;

/** The clocks a subject may name: those of the table of terms that answer a matter, and that of another legal procedure, which is not ours. */
@Component
class SubjectTerms {

    private static final String PROCEEDING = "proceeding";
    private static final List<Locale> LANGUAGES = List.of(Locale.SIMPLIFIED_CHINESE, Locale.ENGLISH);

    private final Terms terms;
    private final MessageSource messages;

    SubjectTerms(Terms terms, MessageSource messages) {
        this.terms = terms;
        this.messages = messages;
    }

    List<SubjectTerm> all() {
        List<SubjectTerm> all = new ArrayList<>();
        terms.choices().forEach(one -> all.add(term(one.code(), one.name(), "term.name." + one.code(), one.kind())));
        all.add(term(PROCEEDING, null, "subject.term.proceeding", TermKind.STATUTORY));
        return all;
    }

    /** @param all as {@link #all} gave them, once for a page of many */
    static Optional<SubjectTerm> of(List<SubjectTerm> all, @Nullable String code) {
        return all.stream().filter(term -> term.code().equals(code)).findFirst();
    }

    private SubjectTerm term(String code, @Nullable String name, String key, TermKind kind) {
        Set<String> names = new HashSet<>(Set.of(code));
        if (name == null) {
            LANGUAGES.forEach(language -> names.add(text(key, language)));
        } else {
            names.add(name);
        }
        return new SubjectTerm(
                code, name == null ? text(key, LocaleContextHolder.getLocale()) : name, names, kind.key());
    }

    private String text(String key, Locale language) {
        return Objects.requireNonNull(messages.getMessage(key, null, language));
    }
}
