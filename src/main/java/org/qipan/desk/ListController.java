package org.qipan.desk;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.qipan.deadline.Deadlines;
import org.qipan.directory.CurrentStaff;
import org.qipan.directory.Staff;
import org.qipan.form.Drafts;
import org.qipan.page.SeeOther;
import org.qipan.worklist.Changes;
import org.qipan.worklist.Copies;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** 我的事: to do, to read, done, started, drafts. The address carries filter and place, so going back shows the same page. */
@Controller
class ListController {

    private static final int SIZE = 20;

    private final CurrentStaff current;
    private final Desks desks;
    private final OpenLists open;
    private final PastLists past;
    private final Drafts drafts;
    private final Changes changes;
    private final Copies copies;
    private final SavedFilters filters;
    private final DeskSettings settings;

    ListController(
            CurrentStaff current,
            Desks desks,
            OpenLists open,
            PastLists past,
            Drafts drafts,
            Changes changes,
            Copies copies,
            SavedFilters filters,
            DeskSettings settings) {
        this.current = current;
        this.desks = desks;
        this.open = open;
        this.past = past;
        this.drafts = drafts;
        this.changes = changes;
        this.copies = copies;
        this.filters = filters;
        this.settings = settings;
    }

    @GetMapping("/worklist")
    String list(@ModelAttribute ListFilter asked, Model model) {
        Desk desk = desks.of(current.get());
        ListFilter filter =
                asked.placed(asked.after(), settings.sort(desk.staff().id()));
        ListPage page = switch (filter.chosenTab()) {
            case "toread" -> past.toRead(desk, filter, SIZE);
            case "done" -> past.done(desk, filter, SIZE);
            case "started" -> past.started(desk, filter, SIZE);
            case "drafts" -> drafts(desk.staff());
            default -> open.page(desk, filter, SIZE);
        };
        boolean todo = "todo".equals(filter.chosenTab());
        model.addAttribute(
                "list",
                new ListView(
                        filter,
                        page.rows(),
                        page.next() == null ? null : filter.url(page.next()),
                        ListFilter.filled(filter.after()) ? filter.url(null) : null,
                        filter.url(filter.after()),
                        ListView.capped(open.count(desk, ListFilter.NONE)),
                        ListView.capped(past.countToRead(desk)),
                        !desk.below().isEmpty(),
                        !desk.posts().isEmpty(),
                        todo ? open.choices(desk, filter.scopeOnly()) : OpenLists.Choices.NONE,
                        page.rows().isEmpty() && todo ? nextDue(desk) : "",
                        String.valueOf(changes.version(desk.groups())),
                        todo ? chips(desk, filter.conditions()) : List.of()));
        return "desk/list";
    }

    /** 已阅. Reading is for the whole post: who comes first marks it. */
    @PostMapping("/worklist/copies/{id}/reading")
    ModelAndView read(@PathVariable long id, RedirectAttributes flash) {
        if (!copies.read(id, current.get())) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND);
        }
        flash.addFlashAttribute("notice", "desk.notice.read");
        return SeeOther.at("/worklist?tab=toread");
    }

    private List<FilterChip> chips(Desk desk, ListFilter shown) {
        List<SavedFilter> saved = filters.of(desk.staff().id()).stream()
                .filter(one -> !one.filter().wantsBelow() || !desk.below().isEmpty())
                .toList();
        Map<Long, String> counts = new HashMap<>();
        saved.stream()
                .collect(Collectors.groupingBy(one -> one.filter().wantsBelow()))
                .values()
                .forEach(some -> {
                    List<String> badges = open.badges(
                            desk, some.stream().map(SavedFilter::filter).toList());
                    for (int i = 0; i < badges.size(); i++) {
                        counts.put(some.get(i).id(), badges.get(i));
                    }
                });
        return saved.stream()
                .map(one -> new FilterChip(
                        one.name(),
                        one.url(),
                        Objects.requireNonNull(counts.get(one.id())),
                        one.filter().equals(shown)))
                .toList();
    }

    private String nextDue(Desk desk) {
        return open.page(desk, ListFilter.NONE, SIZE).rows().stream()
                .map(ListRow::due)
                .filter(Objects::nonNull)
                .findFirst()
                .map(due -> Deadlines.lastDay(due).toString())
                .orElse("");
    }

    private ListPage drafts(Staff staff) {
        return new ListPage(
                drafts.of(staff.id()).stream()
                        .map(draft -> new ListRow(
                                0,
                                draft.offer().url(),
                                staff.id(),
                                null,
                                draft.title(),
                                null,
                                null,
                                null,
                                null,
                                draft.saved(),
                                null,
                                null,
                                false,
                                false,
                                false,
                                false,
                                false,
                                false,
                                null,
                                null,
                                null,
                                ""))
                        .toList(),
                null);
    }
}
