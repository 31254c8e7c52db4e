package org.qipan.absence;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.qipan.directory.Colleagues;
import org.qipan.directory.Staff;
import org.qipan.directory.Substitution;
import org.qipan.directory.Substitutions;
import org.qipan.page.Fields;
import org.qipan.task.RecusalsInForce;
import org.qipan.worklist.CasePages;
import org.springframework.stereotype.Component;

/** Puts the page of substitutions and recusals together. */
@Component
class SubstitutionLists {

    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

    private final Substitutions substitutions;
    private final Colleagues colleagues;
    private final RecusalsInForce recusals;
    private final CasePages pages;
    private final Clock clock;

    SubstitutionLists(
            Substitutions substitutions,
            Colleagues colleagues,
            RecusalsInForce recusals,
            CasePages pages,
            Clock clock) {
        this.substitutions = substitutions;
        this.colleagues = colleagues;
        this.recusals = recusals;
        this.pages = pages;
        this.clock = clock;
    }

    SubstitutionList of(Staff reader, SubstitutionForm form, @Nullable String error) {
        LocalDate today = LocalDate.now(clock);
        List<Substitution> all = substitutions.of(reader);
        List<Colleagues.Named> led = colleagues.led(reader.id());
        List<Colleagues.Named> absentees = new ArrayList<>();
        absentees.add(new Colleagues.Named(reader.id(), reader.name()));
        absentees.addAll(led);
        UUID absent = absentees.stream()
                .map(Colleagues.Named::id)
                .filter(id -> id.equals(Fields.id(form.absent())))
                .findFirst()
                .orElse(reader.id());
        return new SubstitutionList(
                rows(all, "running", today),
                rows(all, "coming", today),
                rows(all, "past", today),
                absentees,
                absent.toString(),
                colleagues.fit(absent),
                kinds(),
                form,
                today.toString(),
                led,
                recusals.of(reader),
                error);
    }

    /** Kinds of case there are. */
    java.util.SortedSet<String> kinds() {
        return new java.util.TreeSet<>(pages.byKind().keySet());
    }

    static SubstitutionList.Row row(Substitution one, LocalDate today) {
        return new SubstitutionList.Row(
                one.id().toString(),
                one.absentName(),
                one.substituteName(),
                one.from().toString(),
                one.to().toString(),
                one.kind(),
                one.reason(),
                one.ended() == null
                        ? null
                        : LocalDate.ofInstant(one.ended(), ZONE).toString(),
                one.over(today));
    }

    private static List<SubstitutionList.Row> rows(List<Substitution> all, String state, LocalDate today) {
        return all.stream()
                .filter(one -> one.state(today).equals(state))
                .map(one -> row(one, today))
                .toList();
    }
}
