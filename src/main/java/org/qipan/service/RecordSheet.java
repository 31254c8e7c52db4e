package org.qipan.service;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.qipan.directory.Directory;
import org.qipan.directory.Post;
import org.qipan.directory.Staff;
import org.qipan.directory.Unit;
import org.qipan.service.RunningCampaigns.Choice;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;

/** Puts together what the pages of 记一笔 show. */
@Component
class RecordSheet {

    private static final int DAYS = 14;
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm");

    private final ServiceCatalogue catalogue;
    private final RecordLists lists;
    private final RecordTexts texts;
    private final Directory directory;
    private final ObjectProvider<RunningCampaigns> campaigns;
    private final Clock clock;

    RecordSheet(
            ServiceCatalogue catalogue,
            RecordLists lists,
            RecordTexts texts,
            Directory directory,
            ObjectProvider<RunningCampaigns> campaigns,
            Clock clock) {
        this.catalogue = catalogue;
        this.lists = lists;
        this.texts = texts;
        this.directory = directory;
        this.campaigns = campaigns;
        this.clock = clock;
    }

    /** The posts in which somebody records work: everyone but leaders and administrators. */
    static List<Post> recording(Staff staff) {
        return staff.posts().stream()
                .filter(post -> !post.role().endsWith("-leader") && !post.role().endsWith("-admin"))
                .toList();
    }

    RecordForm blank(Staff staff, Post as) {
        LocalDate today = LocalDate.now(clock);
        List<Choice> running = running(as);
        return RecordForm.blank(
                as,
                catalogue.favourites(staff.id(), as).get(0).key(),
                today,
                running.size() == 1 ? running.get(0).id() : null);
    }

    void fill(Model model, RecordForm form, Staff staff, Post as, Map<String, String> errors) {
        List<ServiceKind> favourites = catalogue.favourites(staff.id(), as);
        Map<String, List<ServiceKind>> sections = new LinkedHashMap<>();
        for (ServiceKind kind : catalogue.in(as)) {
            if (!favourites.contains(kind)) {
                sections.computeIfAbsent(kind.section(), s -> new ArrayList<>()).add(kind);
            }
        }
        boolean other = favourites.stream().noneMatch(kind -> kind.key().equals(form.kind()));
        model.addAttribute("form", form);
        model.addAttribute("errors", errors);
        model.addAttribute("favourites", favourites);
        model.addAttribute("sections", sections);
        model.addAttribute("otherChosen", other);
        model.addAttribute("posts", recording(staff));
        model.addAttribute("postTitle", directory.title(as));
        model.addAttribute("postTitles", titles(recording(staff)));
        model.addAttribute("units", units(as));
        model.addAttribute("campaigns", running(as));
        model.addAttribute("today", LocalDate.now(clock));
    }

    /** The last two weeks of the author, by day. */
    List<Day> own(Staff staff) {
        Map<LocalDate, List<Line>> days = new LinkedHashMap<>();
        for (RecordLists.Own own : lists.own(staff.id(), LocalDate.now(clock).minusDays(DAYS))) {
            WorkRecord record = own.record();
            days.computeIfAbsent(record.day(), day -> new ArrayList<>())
                    .add(line(record, TIME.format(own.recordedAt().atZone(ZoneId.of("Asia/Shanghai")))));
        }
        return days.entrySet().stream()
                .map(day -> new Day(day.getKey(), day.getValue()))
                .toList();
    }

    Line line(WorkRecord record, @Nullable String time) {
        ServiceKind kind = catalogue.find(record.kind()).orElse(null);
        return new Line(
                record.id(),
                record.day(),
                directory.name(record.unit()),
                texts.text("service.kind." + record.kind()),
                kind == null
                        ? record.quantity().toPlainString()
                        : texts.quantity(kind, record.quantity(), record.secondQuantity()),
                record.grid(),
                record.note(),
                time,
                record.counts(),
                record.reason());
    }

    /** Campaigns in which the post's unit takes part today. */
    List<Choice> running(Post as) {
        RunningCampaigns known = campaigns.getIfAvailable();
        return known == null ? List.of() : known.in(as.unit(), LocalDate.now(clock));
    }

    private List<Unit> units(Post as) {
        if (!as.role().endsWith("-officer") || as.role().equals("department-officer")) {
            return List.of();
        }
        List<Unit> units = new ArrayList<>();
        units.add(directory.unit(as.unit()));
        units.addAll(directory.lower(as.unit()));
        return units;
    }

    private Map<String, String> titles(List<Post> posts) {
        Map<String, String> titles = new LinkedHashMap<>();
        posts.forEach(post -> titles.put(post.group(), directory.title(post)));
        return titles;
    }

    /** Own records of one day. */
    record Day(LocalDate day, List<Line> lines) {}

    /** @param time only for the author, null for everybody else */
    record Line(
            long id,
            LocalDate day,
            String unit,
            String kind,
            String quantity,
            @Nullable String grid,
            @Nullable String note,
            @Nullable String time,
            boolean counts,
            @Nullable String reason) {}
}
