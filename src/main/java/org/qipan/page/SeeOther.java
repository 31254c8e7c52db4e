package org.qipan.page;

import org.springframework.http.HttpStatus;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.view.RedirectView;

/** The answer to a form that did something: go and look (303), so that fetching the page again sends nothing again. */
public final class SeeOther {

    private SeeOther() {}

    /** @param address of ours, without host; attributes of the redirect are added to it as parameters */
    public static ModelAndView at(String address) {
        var view = new RedirectView(address, true);
        view.setStatusCode(HttpStatus.SEE_OTHER);
        return new ModelAndView(view);
    }
}
