package org.qipan.complaint;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.qipan.course.Kind;
import org.qipan.course.Route;
import org.qipan.directory.Directory;
import org.qipan.directory.Unit;
import org.qipan.page.Texts;
import org.qipan.remit.ReceivingDesk;
import org.qipan.subject.Routing;
import org.qipan.subject.Subject;
import org.qipan.subject.Subjects;
import org.qipan.subject.Way;
import org.springframework.stereotype.Component;

/** What can be chosen in the forms of a matter, and what they begin with. */
@Component
class ComplaintChoices {

    private final ReceivingDesk desk;
    private final ComplaintViews views;
    private final Directory directory;
    private final Subjects subjects;
    private final Routing routing;
    private final Texts texts;

    ComplaintChoices(
            ReceivingDesk desk,
            ComplaintViews views,
            Directory directory,
            Subjects subjects,
            Routing routing,
            Texts texts) {
        this.desk = desk;
        this.views = views;
        this.directory = directory;
        this.subjects = subjects;
        this.routing = routing;
        this.texts = texts;
    }

    /** @param key of the task */
    Map<String, Object> of(String key, Complaint complaint) {
        return switch (key) {
            case ComplaintProcess.SORT -> sorting(complaint);
            case ComplaintProcess.DECIDE ->
                Map.of(
                        "decisions", worded("complaint.judgement.", List.of("agreed", "insisted")),
                        "leads", units(complaint));
            case ComplaintProcess.SERVE -> serving(complaint);
            default -> Map.of();
        };
    }

    /** The ways in which a paper can be served on him. */
    static Map<String, Object> serving(Complaint complaint) {
        return Map.of("ways", worded("complaint.how.", ways(complaint)));
    }

    private Map<String, Object> sorting(Complaint complaint) {
        Map<String, Object> values = new LinkedHashMap<>();
        Kind kind = complaint.kind();
        if (kind != null) {
            values.put("kind", kind.key());
            values.put("title", complaint.title());
            values.put("digest", Objects.requireNonNullElse(views.digest(complaint), ""));
        }
        List<String> routes = Arrays.stream(Route.values()).map(Route::key).toList();
        values.put("routes", worded("complaint.route.", routes));
        values.put("leads", units(complaint));
        values.put("subjects", subjects(complaint));
        return values;
    }

    /** Each with the way the decision table suggests for it: the officer reads it while he chooses, and decides himself. */
    private List<Map<String, String>> subjects(Complaint complaint) {
        Map<Subject, Way> ways = routing.suggest(
                subjects.leaves(),
                complaint.place(),
                complaint.channel().key(),
                complaint.concerned(),
                complaint.desk());
        Map<String, String> names = directory.names(
                ways.values().stream().map(Way::unit).filter(Objects::nonNull).collect(Collectors.toSet()));
        return ways.entrySet().stream()
                .map(one -> Map.of(
                        "value",
                        String.valueOf(one.getKey().id()),
                        "label",
                        one.getKey().path() + suggested(one.getValue(), names)))
                .toList();
    }

    private String suggested(Way way, Map<String, String> names) {
        String route = way.route();
        String unit = way.unit();
        return (route == null ? "" : " → " + texts.text("complaint.route." + route))
                + (unit == null ? "" : " · " + names.get(unit));
    }

    private static List<String> ways(Complaint complaint) {
        List<String> ways = new ArrayList<>();
        if (complaint.reachable()) {
            ways.addAll(List.of("handed", "posted", "left"));
        }
        if (complaint.electronic()) {
            ways.add("electronic");
        }
        return ways;
    }

    private static List<Map<String, String>> worded(String prefix, List<String> values) {
        return values.stream()
                .map(value -> Map.of("value", value, "label", "{" + prefix + value + "}"))
                .toList();
    }

    /** The desk's own unit, its departments, what lies directly below and the level above: without whoever is meant, and where nobody may know of it. */
    private List<Map<String, String>> units(Complaint complaint) {
        List<Unit> units = new ArrayList<>(List.of(directory.unit(complaint.desk())));
        units.addAll(directory.departments(complaint.desk()));
        units.addAll(directory.lower(complaint.desk()));
        directory.upper(complaint.desk()).ifPresent(units::add);
        return units.stream()
                .filter(unit -> !desk.meant(complaint.concerned(), unit.code()))
                .filter(unit -> desk.handler(unit.code(), complaint.id()).isPresent()
                        || desk.officers(unit.code(), complaint.id()))
                .map(unit -> Map.of("value", unit.code(), "label", unit.name()))
                .toList();
    }
}
