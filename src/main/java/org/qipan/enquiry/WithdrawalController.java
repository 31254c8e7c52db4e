package org.qipan.enquiry;

import java.util.NoSuchElementException;
import java.util.UUID;
import org.qipan.directory.CurrentStaff;
import org.qipan.directory.Staff;
import org.qipan.enquiry.EnquirySight.Matter;
import org.qipan.page.Texts;
import org.qipan.worklist.Refused;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Takes a letter back. A second click finds nothing to take back, so no key is needed. */
@Controller
class WithdrawalController {

    private final CurrentStaff current;
    private final EnquirySight sight;
    private final Withdrawals withdrawals;
    private final EnquiryPages pages;
    private final Texts texts;

    WithdrawalController(
            CurrentStaff current, EnquirySight sight, Withdrawals withdrawals, EnquiryPages pages, Texts texts) {
        this.current = current;
        this.sight = sight;
        this.withdrawals = withdrawals;
        this.pages = pages;
        this.texts = texts;
    }

    @PostMapping("/complaints/{id}/enquiries/{letter}/withdrawal")
    ModelAndView withdraw(
            @PathVariable UUID id,
            @PathVariable UUID letter,
            @RequestParam(defaultValue = "") String reason,
            RedirectAttributes flash) {
        Staff staff = current.get();
        Matter matter = sight.matter(id, staff).orElseThrow(() -> new NoSuchElementException("complaint " + id));
        try {
            withdrawals.withdraw(id, letter, reason, staff);
        } catch (Refused e) {
            return pages.list(matter, staff, EnquiryForm.EMPTY, e, letter, reason);
        }
        return texts.to(EnquiryController.url(id), flash, "enquiry.notice.withdrawn");
    }
}
