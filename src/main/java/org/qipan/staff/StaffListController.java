package org.qipan.staff;

import java.util.List;
import java.util.Optional;
import org.qipan.directory.CurrentStaff;
import org.qipan.directory.Roles;
import org.qipan.directory.Staff;
import org.qipan.directory.Unit;
import org.qipan.directory.UnitPicker;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;

/** 人员与岗位: who works here. */
@Controller
@PreAuthorize("hasAnyRole('system-admin','security-admin')")
class StaffListController {

    private final CurrentStaff current;
    private final StaffRows rows;
    private final UnitPicker picker;
    private final AuditPost audit;
    private final Vacancies vacancies;

    StaffListController(CurrentStaff current, StaffRows rows, UnitPicker picker, AuditPost audit, Vacancies vacancies) {
        this.current = current;
        this.rows = rows;
        this.picker = picker;
        this.audit = audit;
        this.vacancies = vacancies;
    }

    @GetMapping("/staff")
    String list(@ModelAttribute StaffFilter filter, Model model) {
        Staff admin = current.get();
        AdminArea area = AdminArea.of(admin);
        String typed = filter.unit() == null ? "" : filter.unit().strip();
        Optional<Unit> unit = typed.isEmpty() ? Optional.empty() : picker.meant(typed, area.within(), null);
        boolean unknown = !typed.isEmpty() && unit.isEmpty();
        List<StaffRows.Row> found = unknown
                ? List.of()
                : rows.page(area, filter, unit.map(Unit::code).orElse(""));
        boolean more = found.size() > StaffRows.SIZE;
        List<StaffRows.Row> shown = more ? found.subList(0, StaffRows.SIZE) : found;
        model.addAttribute("filter", filter);
        model.addAttribute("unitText", unit.map(Unit::code).map(picker::label).orElse(typed));
        model.addAttribute("within", area.within());
        model.addAttribute("unknownUnit", unknown);
        model.addAttribute("roles", Roles.ALL);
        model.addAttribute("rows", shown);
        model.addAttribute(
                "next", more ? filter.next(shown.get(shown.size() - 1).id()) : null);
        model.addAttribute("system", admin.holds(PostRules.SYSTEM));
        model.addAttribute("audit", audit.state(area));
        model.addAttribute("orphans", vacancies.count(area));
        return "staff/list";
    }

    /** Who watches over the administrators, and who names him. */
    @GetMapping("/staff/audit-admin")
    String auditAdmin(Model model) {
        AdminArea area = AdminArea.of(current.get());
        model.addAttribute("state", audit.state(area));
        model.addAttribute("auditors", rows.page(area, StaffFilter.role(PostRules.AUDIT), ""));
        model.addAttribute("security", rows.page(area, StaffFilter.role(PostRules.SECURITY), ""));
        return "staff/audit-admin";
    }
}
