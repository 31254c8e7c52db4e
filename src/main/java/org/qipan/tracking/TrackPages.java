package org.qipan.tracking;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.qipan.complaint.Petitioner;
import org.qipan.page.Fields;
import org.qipan.progress.Tracked;
import org.qipan.review.Reviews;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.util.MultiValueMap;
import org.springframework.web.servlet.ModelAndView;

/** The two pages: the question for the receipt, and the matter. */
@Component
class TrackPages {

    private static final List<String> GRADES = List.of("5", "4", "3", "2", "1");
    private static final List<String> WHY = List.of("unsolved", "rude", "law");
    private static final List<String> WHOM = List.of("desk", "handler", "head");
    private static final List<String> ALARMS = List.of("pressed", "retaliation");

    private final Petitioner petitioner;
    private final Reviews reviews;

    TrackPages(Petitioner petitioner, Reviews reviews) {
        this.petitioner = petitioner;
        this.reviews = reviews;
    }

    /**
     * What somebody was about to send when his quarter of an hour was over.
     *
     * @param part number of the further matter of his letter it is about, empty for the matter of the receipt
     */
    record Typed(String act, String text, List<String> why, String grade, String whom, String part) {

        static final Typed NOTHING = new Typed("", "", List.of(), "", "", "");

        static Typed of(String act, MultiValueMap<String, String> sent) {
            return new Typed(
                    act,
                    Fields.text(sent, "text"),
                    sent.getOrDefault("why", List.of()),
                    Fields.text(sent, "grade"),
                    Fields.text(sent, "whom"),
                    Fields.text(sent, "part"));
        }

        /** Which form of the page it was typed on. */
        public String form() {
            return part.isEmpty() ? act : act + "-" + part;
        }

        /** What was typed for one form, empty for the others. */
        public String textOf(String form) {
            return form().equals(form) ? text : "";
        }
    }

    /** @param message key of what is wrong, null if nothing is */
    ModelAndView find(@Nullable String message, Typed typed, HttpStatus status) {
        ModelAndView page = new ModelAndView("tracking/find", status);
        page.addObject("message", message);
        page.addObject("typed", typed);
        return page;
    }

    /** The same page in another language: what he typed is on it, and nothing was looked up. */
    ModelAndView again(String receipt, String pin, Typed typed) {
        return find(null, typed, HttpStatus.OK).addObject("receipt", receipt).addObject("pin", pin);
    }

    /** @param errors texts by field of the form that was sent */
    ModelAndView show(UUID matter, Typed typed, Map<String, String> errors, HttpStatus status) {
        ModelAndView page = new ModelAndView("tracking/show", status);
        Tracked tracked = petitioner.of(matter);
        page.addObject("matter", tracked);
        page.addObject("typed", typed);
        page.addObject("errors", errors);
        page.addObject("grades", GRADES);
        page.addObject("reasons", WHY);
        page.addObject("alarms", ALARMS);
        page.addObject("whom", WHOM);
        page.addObject("waiting", waiting(tracked));
        return page;
    }

    /** Of the matters of the letter those with a request for review that may still be taken back. */
    private Set<UUID> waiting(Tracked matter) {
        return Stream.concat(Stream.of(matter), matter.parts().stream())
                .map(Tracked::id)
                .filter(reviews::waits)
                .collect(Collectors.toSet());
    }
}
