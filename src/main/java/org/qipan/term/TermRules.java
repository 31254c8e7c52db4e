package org.qipan.term;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.qipan.deadline.DayNames;
import org.qipan.deadline.DayUnit;
import org.qipan.deadline.TermKind;
import org.qipan.deadline.TermRule;
import org.qipan.directory.Directory;
import org.springframework.context.support.DefaultMessageSourceResolvable;
import org.springframework.stereotype.Component;

/** Whether a term may be as somebody wants it. What the Regulation sets may be made shorter, and never longer. */
@Component
class TermRules {

    /** As matters come in; {@code complaint.Channel} has the same. */
    static final List<String> CHANNELS =
            List.of("web", "counter", "phone", "letter", "box", "visit", "mail", "hotline", "national");

    private static final Pattern CODE = Pattern.compile("[a-z][a-z0-9-]{2,39}");
    private static final Set<TermKind> KINDS = Set.of(TermKind.STATUTORY, TermKind.PROVINCIAL, TermKind.INTERNAL);
    private static final int NAME = 60;
    private static final int SOURCE = 200;
    private static final int WHY = 300;
    private static final int LONGEST = 400;
    private static final int LATEST_DAYS = 366;

    private final Directory directory;
    private final DayNames words;

    TermRules(Directory directory, DayNames words) {
        this.directory = directory;
        this.words = words;
    }

    List<TermFault> broken(TermEntry entry, boolean fresh, boolean taken, LocalDate today) {
        List<TermFault> faults = new ArrayList<>();
        Standard.law(entry.code())
                .filter(law -> Standard.right(law.code()))
                .ifPresent(law -> faults.add(TermFault.of("form", "right", article(law))));
        if (fresh && !CODE.matcher(entry.code()).matches()) {
            faults.add(TermFault.of("code", "code.form"));
        } else if (fresh && taken) {
            faults.add(TermFault.of("code", "code.taken", entry.code()));
        }
        texts(faults, entry);
        place(faults, entry);
        length(faults, entry);
        Standard.law(entry.code()).ifPresent(law -> ceiling(faults, entry, law));
        LocalDate from = entry.from();
        if (from == null || from.isBefore(today) || from.isAfter(today.plusDays(LATEST_DAYS))) {
            faults.add(TermFault.of("from", "from", LATEST_DAYS));
        }
        return faults;
    }

    private void texts(List<TermFault> faults, TermEntry entry) {
        boolean known = Standard.find(entry.code()) != null;
        String name = entry.name() == null ? "" : entry.name();
        if (!known && (name.isEmpty() || name.length() > NAME)) {
            faults.add(TermFault.of("name", "name", NAME));
        }
        word(faults, "name", name);
        word(faults, "source", entry.source());
        word(faults, "why", entry.why());
        boolean outside =
                entry.kind() != TermKind.INTERNAL && Standard.law(entry.code()).isEmpty();
        if (entry.source().length() > SOURCE || outside && entry.source().isEmpty()) {
            faults.add(TermFault.of("source", "source", SOURCE));
        }
        if (entry.why().isEmpty() || entry.why().length() > WHY) {
            faults.add(TermFault.of("why", "why", WHY));
        }
        if (!KINDS.contains(entry.kind())) {
            faults.add(TermFault.of("kind", "kind"));
        }
    }

    private void word(List<TermFault> faults, String field, String text) {
        words.forbidden(text).ifPresent(found -> faults.add(TermFault.of(field, "word", found)));
    }

    private void place(List<TermFault> faults, TermEntry entry) {
        String area = entry.area();
        if (area != null && directory.find(area).isEmpty()) {
            faults.add(TermFault.of("area", "area", area));
        }
        String channel = entry.channel();
        if (channel != null && !CHANNELS.contains(channel)) {
            faults.add(TermFault.of("channel", "channel", channel));
        }
    }

    private static void length(List<TermFault> faults, TermEntry entry) {
        boolean special = entry.area() != null || entry.channel() != null;
        if (entry.end() && !special && Standard.find(entry.code()) != null) {
            faults.add(TermFault.of("form", "end"));
        }
        Integer days = entry.days();
        if (!entry.end() && (days == null || days < 1 || days > LONGEST)) {
            faults.add(TermFault.of("days", "days", LONGEST));
        }
        Integer extension = entry.extension();
        if (extension == null || extension > LONGEST) {
            faults.add(TermFault.of("extension", "extension", LONGEST));
        }
    }

    /** Arts. 22, 23, 34, 35 and 36. Calendar days are never longer than as many working days; the other way round nobody can say. */
    private static void ceiling(List<TermFault> faults, TermEntry entry, TermRule law) {
        Object unit = new DefaultMessageSourceResolvable(
                new String[] {"term.days." + (law.unit() == DayUnit.WORKING ? "working" : "calendar")},
                new Object[] {law.days()});
        if (entry.unit() == DayUnit.WORKING && law.unit() == DayUnit.CALENDAR) {
            faults.add(TermFault.of("unit", "law.unit", article(law)));
        }
        Optional.ofNullable(entry.days())
                .filter(days -> days > law.days())
                .ifPresent(days -> faults.add(TermFault.of("days", "law.days", article(law), unit)));
        Optional.ofNullable(entry.extension())
                .filter(days -> days > law.longestExtension())
                .ifPresent(days ->
                        faults.add(TermFault.of("extension", "law.extension", article(law), law.longestExtension())));
        if (entry.kind() != TermKind.STATUTORY) {
            faults.add(TermFault.of("kind", "law.kind", article(law)));
        }
    }

    private static Object article(TermRule law) {
        return new DefaultMessageSourceResolvable(law.article());
    }
}
