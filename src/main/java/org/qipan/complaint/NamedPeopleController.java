package org.qipan.complaint;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Set;
import java.util.UUID;
import org.qipan.audit.Audit;
import org.qipan.casefile.Sayings;
import org.qipan.directory.CurrentStaff;
import org.qipan.directory.Directory;
import org.qipan.directory.Staff;
import org.qipan.page.Texts;
import org.qipan.remit.ReceivingDesk;
import org.qipan.task.Once;
import org.qipan.worklist.Refused;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/**
 * 按姓名排除: the desk knows who 村支书王某某 is, and says his name before it gives the matter to anybody (信访工作条例 arts. 28, 30). It is
 * answered the same whether somebody was found or was out before.
 */
@Controller
@RequestMapping("/complaints/{id}/persons")
@PreAuthorize("hasRole('complaint-officer')")
class NamedPeopleController {

    private static final int LONGEST = 60;

    private final CurrentStaff current;
    private final ComplaintTable table;
    private final ComplaintAccess access;
    private final ReceivingDesk desk;
    private final NamedPeople named;
    private final OwnWords own;
    private final Directory directory;
    private final Sayings sayings;
    private final Audit audit;
    private final Once once;
    private final Texts texts;

    NamedPeopleController(
            CurrentStaff current,
            ComplaintTable table,
            ComplaintAccess access,
            ReceivingDesk desk,
            NamedPeople named,
            OwnWords own,
            Directory directory,
            Sayings sayings,
            Audit audit,
            Once once,
            Texts texts) {
        this.current = current;
        this.table = table;
        this.access = access;
        this.desk = desk;
        this.named = named;
        this.own = own;
        this.directory = directory;
        this.sayings = sayings;
        this.audit = audit;
        this.once = once;
        this.texts = texts;
    }

    /** Somebody of that name. @param posts their titles, empty where he holds none */
    record Found(String name, List<String> posts) {}

    @GetMapping
    ModelAndView show(@PathVariable UUID id) {
        return page(matter(id, current.get()), "", List.of(), "");
    }

    /** In the body, not in the address: that is written down in places nobody thinks of. */
    @PostMapping("/found")
    ModelAndView look(@PathVariable UUID id, @RequestParam(defaultValue = "") String name) {
        Complaint matter = matter(id, current.get());
        return said(name) ? page(matter, name.strip(), found(name), "") : refused(matter, name);
    }

    @PostMapping
    ModelAndView keepOut(
            @PathVariable UUID id,
            @RequestParam UUID idempotencyKey,
            @RequestParam(defaultValue = "") String name,
            @RequestParam MultiValueMap<String, String> parameters,
            RedirectAttributes flash) {
        Staff by = current.get();
        Complaint matter = matter(id, by);
        if (!said(name)) {
            return refused(matter, name);
        }
        String url = "/complaints/" + id;
        try {
            once.run(idempotencyKey, by.id(), "POST " + url + "/persons", Once.hash(parameters), () -> {
                keepOut(table.lock(id), name.strip(), by);
                return url;
            });
        } catch (Once.KeyReused e) {
            return page(matter, name.strip(), found(name), "complaint.refused.again");
        } catch (Refused e) {
            return page(matter, name.strip(), found(name), "complaint.persons.nobody");
        }
        return texts.to(access.sees(id, by) ? url : "/worklist", flash, "complaint.persons.kept");
    }

    private void keepOut(Complaint matter, String name, Staff by) {
        named.keep(matter.id(), name, named.in(name));
        if (desk.free(matter.desk(), matter.id()).isEmpty()) {
            throw new Refused("complaint.refused.nobody");
        }
        audit.record(by.actor(), "complaint.audit.persons", "case", matter.id().toString(), Map.of());
    }

    /** One character is nobody's name. */
    private static boolean said(String name) {
        String typed = name.strip();
        return typed.length() <= LONGEST && typed.codePointCount(0, typed.length()) > 1;
    }

    private List<Found> found(String name) {
        Set<UUID> people = named.in(name);
        List<Found> found = new ArrayList<>();
        people.forEach(one -> directory
                .staff(one)
                .ifPresent(staff -> found.add(new Found(
                        staff.name(),
                        staff.posts().stream().map(directory::title).toList()))));
        return found;
    }

    private Complaint matter(UUID id, Staff by) {
        return table.find(id)
                .filter(one -> one.unsorted() && access.sees(id, by) && access.atDesk(one, by))
                .orElseThrow(() -> new NoSuchElementException("complaint " + id));
    }

    private ModelAndView refused(Complaint matter, String name) {
        return page(matter, name, List.of(), "complaint.persons.empty");
    }

    private ModelAndView page(Complaint matter, String name, List<Found> found, String error) {
        ModelAndView page = new ModelAndView(
                "complaint/persons", error.isEmpty() ? HttpStatus.OK : HttpStatus.UNPROCESSABLE_ENTITY);
        Map<String, String> words = own.read(matter);
        page.addObject("matter", matter.id());
        page.addObject("called", sayings.title(matter.id(), matter.title()));
        page.addObject("concerned", words.get("concerned"));
        page.addObject("persons", words.get("persons"));
        page.addObject("name", name);
        page.addObject("found", found);
        page.addObject("error", error);
        return page;
    }
}
