package org.qipan.report;

import org.springframework.http.HttpStatus;
import org.springframework.ui.Model;
import org.springframework.web.servlet.ModelAndView;

/** How a POST that cannot be done is answered: the same page with what is wrong. */
final class Answer {

    private Answer() {}

    static ModelAndView refused(String view, Model model) {
        return new ModelAndView(view, model.asMap(), HttpStatus.UNPROCESSABLE_ENTITY);
    }
}
