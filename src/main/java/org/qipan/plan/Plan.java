package org.qipan.plan;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What a campaign is to do, as one document. Units and posts only: a plan never names a person.
 *
 * @param acceptance code of the unit that accepts the result; null if the owner closes the campaign itself
 */
public record Plan(
        Basis basis,
        List<String> aims,
        Group group,
        List<PlanTask> tasks,
        List<Stage> stages,
        Map<Section, Have> haves,
        Library library,
        Contact contact,
        @Nullable String acceptance) {

    public static final Plan EMPTY = new Plan(
            new Basis("", "", ""),
            List.of(),
            new Group(List.of(), null),
            List.of(),
            List.of(),
            Map.of(),
            new Library(List.of(), "", List.of(), List.of()),
            new Contact(null, null, ""),
            null);

    public Plan {
        aims = List.copyOf(aims);
        tasks = List.copyOf(tasks);
        stages = List.copyOf(stages);
        Map<Section, Have> all = new EnumMap<>(Section.class);
        for (Section have : Section.HAVES) {
            all.put(have, haves.getOrDefault(have, Have.EMPTY));
        }
        haves = java.util.Collections.unmodifiableMap(all);
    }

    /** What a section holds; what is compared to see whether someone else changed it. */
    Object part(Section section) {
        return switch (section) {
            case BASIS -> basis;
            case AIMS -> aims;
            case GROUP -> group;
            case TASKS -> tasks;
            case STAGES -> Arrays.asList(stages, acceptance);
            case SCHEME, DEPLOYMENT, STAFF, FUNDS, INSPECTION -> have(section);
            case LIBRARY -> library;
            case CONTACT -> contact;
        };
    }

    public Have have(Section section) {
        return haves.getOrDefault(section, Have.EMPTY);
    }

    public Plan with(Basis changed) {
        return new Plan(changed, aims, group, tasks, stages, haves, library, contact, acceptance);
    }

    public Plan withAims(List<String> changed) {
        return new Plan(basis, changed, group, tasks, stages, haves, library, contact, acceptance);
    }

    public Plan with(Group changed) {
        return new Plan(basis, aims, changed, tasks, stages, haves, library, contact, acceptance);
    }

    public Plan withTasks(List<PlanTask> changed) {
        return new Plan(basis, aims, group, changed, stages, haves, library, contact, acceptance);
    }

    public Plan withStages(List<Stage> changed, @Nullable String acceptedBy) {
        return new Plan(basis, aims, group, tasks, changed, haves, library, contact, acceptedBy);
    }

    public Plan with(Section section, Have changed) {
        Map<Section, Have> all = new EnumMap<>(haves);
        all.put(section, changed);
        return new Plan(basis, aims, group, tasks, stages, all, library, contact, acceptance);
    }

    public Plan with(Library changed) {
        return new Plan(basis, aims, group, tasks, stages, haves, changed, contact, acceptance);
    }

    public Plan with(Contact changed) {
        return new Plan(basis, aims, group, tasks, stages, haves, library, changed, acceptance);
    }

    /** Every day of the plan so many months later: an old plan, or the sample of 2018, used again. */
    Plan moved(long months) {
        List<Stage> later = stages.stream()
                .map(s -> new Stage(
                        s.name(),
                        s.text(),
                        s.opens().plusMonths(months),
                        s.closes().plusMonths(months),
                        s.reasonAllowed()))
                .toList();
        return withStages(later, acceptance)
                .withTasks(tasks.stream().map(t -> t.moved(months)).toList());
    }

    /** The document the campaign rests on. @param issuer who issued it @param number its 文号 */
    public record Basis(String document, String number, String issuer) {}

    /** The leading group (领导小组). @param office code of the unit that runs its daily work */
    public record Group(List<Seat> seats, @Nullable String office) {
        public Group {
            seats = List.copyOf(seats);
        }
    }

    /** A seat belongs to a post; one post may hold several. @param post role at the unit */
    public record Seat(Kind kind, String unit, String post) {
        public enum Kind {
            CHAIR,
            VICE,
            MEMBER
        }
    }

    /** A stage. It may begin before the plan is approved and overlap others. @param reasonAllowed below the minimum, with a reason */
    public record Stage(String name, String text, PlanDay opens, PlanDay closes, boolean reasonAllowed) {}

    /** One of the 五有. @param confirm whether the owner confirms it in the first stage's checklist */
    public record Have(String text, boolean confirm) {
        static final Have EMPTY = new Have("", true);

        @JsonIgnore
        boolean isEmpty() {
            return text.isBlank();
        }
    }

    /**
     * Slogans, the contact card handed out on visits, and what goes with the plan.
     *
     * @param attachments names of what is handed out on paper
     * @param files a stored plan from before files could be attached says nothing of them: none
     */
    public record Library(List<String> slogans, String card, List<String> attachments, List<Attached> files) {
        public Library {
            slogans = List.copyOf(slogans);
            attachments = List.copyOf(attachments);
            files = files == null ? List.of() : List.copyOf(files);
        }

        public Library with(List<Attached> changed) {
            return new Library(slogans, card, attachments, changed);
        }
    }

    /** A file of the campaign, as it was called when the plan took it. @param size bytes */
    public record Attached(UUID id, String name, long size) {}

    /** Whom units may ask: a post and an office telephone. */
    public record Contact(@Nullable String unit, @Nullable String post, String phone) {}
}
