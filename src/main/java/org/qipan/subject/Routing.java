package org.qipan.subject;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.qipan.directory.Directory;
import org.qipan.directory.Unit;
import org.qipan.workflow.Decisions;
import org.springframework.stereotype.Service;

/** Suggests the way of a complaint by the tables of {@code processes/complaint-routing.dmn}. */
@Service
public class Routing {

    /** Digits of an area's code; what follows is the suffix of a department. */
    private static final int AREA = 12;

    private final Decisions decisions;
    private final Directory directory;
    private final Subjects subjects;

    Routing(Decisions decisions, Directory directory, Subjects subjects) {
        this.decisions = decisions;
        this.directory = directory;
        this.subjects = subjects;
    }

    /**
     * What the tables say. The unit is never the one complained about nor below it, whatever they say.
     *
     * @param subjectCode null while it has no subject
     * @param place code of the unit it happened at, null if unknown
     * @param channel as stored: {@code web}, {@code counter} …
     * @param concerned code of the unit complained about, null if none
     * @param desk code of the unit whose complaint officers sort it
     */
    public Way suggest(
            @Nullable String subjectCode,
            @Nullable String place,
            String channel,
            @Nullable String concerned,
            String desk) {
        String department = Optional.ofNullable(subjectCode)
                .flatMap(subjects::current)
                .map(Subject::department)
                .flatMap(suffix -> department(suffix, place, desk))
                .orElse(null);
        return way(Objects.requireNonNullElse(subjectCode, ""), department, place, channel, concerned, desk);
    }

    /** As above, for all subjects of a page, in their order: what many of them share is looked up once. */
    public Map<Subject, Way> suggest(
            List<Subject> asked, @Nullable String place, String channel, @Nullable String concerned, String desk) {
        Map<String, Optional<String>> departments = new HashMap<>();
        Map<Subject, Way> ways = new LinkedHashMap<>();
        for (Subject subject : asked) {
            String suffix = subject.department();
            String department = suffix == null
                    ? null
                    : departments
                            .computeIfAbsent(suffix, one -> department(one, place, desk))
                            .orElse(null);
            ways.put(subject, way(subject.code(), department, place, channel, concerned, desk));
        }
        return ways;
    }

    private Way way(
            String code,
            @Nullable String department,
            @Nullable String place,
            String channel,
            @Nullable String concerned,
            String desk) {
        String concern = concern(concerned, department, desk);
        Map<String, Object> route = decisions.ask(
                "complaint-routing",
                Map.of("subject", code, "placed", placed(place, desk), "channel", channel, "concern", concern));
        String kind = String.valueOf(route.get("route"));
        // Only what this table reads: answers are kept by what was asked, and many subjects share one.
        Map<String, Object> handling = decisions.ask(
                "complaint-handling",
                Map.of("route", kind, "department", department == null ? "" : department, "concern", concern));
        return new Way(
                kind.equals("officer") ? null : kind,
                unit(String.valueOf(handling.get("handler")), department, desk, concerned),
                String.valueOf(route.get("reason")),
                String.valueOf(handling.get("reason")));
    }

    private String placed(@Nullable String place, String desk) {
        if (place == null) {
            return "unknown";
        }
        return directory.covers(area(desk), place) ? "inside" : "outside";
    }

    private String concern(@Nullable String concerned, @Nullable String department, String desk) {
        if (concerned == null) {
            return "none";
        }
        if (directory.covers(concerned, desk)) {
            return "desk";
        }
        return department != null && directory.covers(concerned, department) ? "department" : "other";
    }

    private @Nullable String unit(
            String handler, @Nullable String department, String desk, @Nullable String concerned) {
        String wanted = switch (handler) {
            case "department" -> department;
            case "above" -> directory.upper(desk).map(Unit::code).orElse(null);
            case "nobody" -> null;
            default -> desk;
        };
        return wanted == null ? null : unconcerned(wanted, concerned);
    }

    /** The unit itself, or the nearest above it that is neither complained about nor below what is. */
    private @Nullable String unconcerned(String wanted, @Nullable String concerned) {
        Optional<String> unit = Optional.of(wanted);
        while (concerned != null
                && unit.filter(code -> directory.covers(concerned, code)).isPresent()) {
            unit = unit.flatMap(directory::upper).map(Unit::code);
        }
        return unit.orElse(null);
    }

    /** The department of the desk's own area; failing that, of the areas between the place and it, the nearest to the place first. */
    private Optional<String> department(String suffix, @Nullable String place, String desk) {
        Optional<String> found = known(area(desk) + suffix);
        Optional<String> at =
                place == null || !directory.covers(area(desk), place) ? Optional.empty() : Optional.of(area(place));
        while (found.isEmpty() && at.filter(code -> !code.equals(area(desk))).isPresent()) {
            found = at.flatMap(code -> known(code + suffix));
            at = at.flatMap(directory::upper).map(Unit::code);
        }
        return found;
    }

    private Optional<String> known(String code) {
        return directory.find(code).map(Unit::code);
    }

    private static String area(String code) {
        return code.length() > AREA ? code.substring(0, AREA) : code;
    }
}
