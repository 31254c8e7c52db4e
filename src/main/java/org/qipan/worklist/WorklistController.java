package org.qipan.worklist;

import java.util.List;
import java.util.Objects;
import org.qipan.directory.CurrentStaff;
import org.qipan.directory.Staff;
import org.qipan.form.Drafts;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.springframework.web.servlet.view.RedirectView;

/** 我的事: to do, to read, done, started, drafts. The address carries filter and place, so going back shows the same page. */
@Controller
class WorklistController {

    private static final int SIZE = 20;

    private final CurrentStaff current;
    private final Desks desks;
    private final OpenLists open;
    private final PastLists past;
    private final Drafts drafts;
    private final Changes changes;
    private final Notices notices;

    WorklistController(
            CurrentStaff current,
            Desks desks,
            OpenLists open,
            PastLists past,
            Drafts drafts,
            Changes changes,
            Notices notices) {
        this.current = current;
        this.desks = desks;
        this.open = open;
        this.past = past;
        this.drafts = drafts;
        this.changes = changes;
        this.notices = notices;
    }

    @GetMapping("/worklist")
    String list(@ModelAttribute WorklistFilter filter, Model model) {
        Desk desk = desks.of(current.get());
        WorklistPage page = switch (filter.chosenTab()) {
            case "toread" -> past.toRead(desk, filter, SIZE);
            case "done" -> past.done(desk, filter, SIZE);
            case "started" -> past.started(desk, filter, SIZE);
            case "drafts" -> drafts(desk.staff());
            default -> open.page(desk, filter, SIZE);
        };
        boolean todo = "todo".equals(filter.chosenTab());
        model.addAttribute(
                "list",
                new WorklistView(
                        filter,
                        page.rows(),
                        page.next() == null ? null : filter.url(page.next()),
                        WorklistFilter.filled(filter.after()) ? filter.url(null) : null,
                        filter.url(filter.after()),
                        WorklistView.capped(open.count(desk, WorklistFilter.NONE)),
                        WorklistView.capped(past.countToRead(desk)),
                        !desk.below().isEmpty(),
                        !desk.posts().isEmpty(),
                        todo ? open.choices(desk, filter.scopeOnly(), "campaign") : List.of(),
                        todo ? open.choices(desk, filter.scopeOnly(), "stage") : List.of(),
                        page.rows().isEmpty() && todo ? nextDue(desk) : "",
                        String.valueOf(changes.version(desk.groups()))));
        return "worklist/list";
    }

    /** 已阅. Reading is for the whole post: who comes first marks it. */
    @PostMapping("/worklist/copies/{id}/reading")
    RedirectView read(@PathVariable long id, RedirectAttributes flash) {
        past.read(desks.of(current.get()), id).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        notices.put(flash, "worklist.notice.read");
        RedirectView view = new RedirectView("/worklist?tab=toread", true);
        view.setStatusCode(HttpStatus.SEE_OTHER);
        return view;
    }

    private String nextDue(Desk desk) {
        return open.page(desk, WorklistFilter.NONE, SIZE).rows().stream()
                .map(WorklistRow::due)
                .filter(Objects::nonNull)
                .findFirst()
                .map(TaskPage::day)
                .orElse("");
    }

    private WorklistPage drafts(Staff staff) {
        return new WorklistPage(
                drafts.of(staff.id()).stream()
                        .map(draft -> new WorklistRow(
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
                                ""))
                        .toList(),
                null);
    }
}
