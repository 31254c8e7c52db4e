package org.qipan.staff;

import org.qipan.directory.CurrentStaff;
import org.qipan.directory.Directory;
import org.qipan.directory.Staff;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** 我的账号: as whom one is signed in, and what one may change about it oneself, which Keycloak does. */
@Controller
class AccountController {

    private final CurrentStaff current;
    private final Directory directory;

    AccountController(CurrentStaff current, Directory directory) {
        this.current = current;
        this.directory = directory;
    }

    @GetMapping("/account")
    String show(Model model) {
        Staff staff = current.get();
        model.addAttribute("staff", staff);
        model.addAttribute(
                "titles", staff.posts().stream().map(directory::title).toList());
        return "staff/account";
    }
}
