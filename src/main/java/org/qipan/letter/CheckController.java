package org.qipan.letter;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.qipan.complaint.IssuedPaper;
import org.qipan.complaint.IssuedPapers;
import org.qipan.directory.Directory;
import org.qipan.limit.Limit;
import org.qipan.limit.Limits;
import org.qipan.limit.Network;
import org.qipan.page.PublicPage;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/**
 * 查验文书: whether a paper that somebody holds is one that was signed here. Tells its kind, its unit and its day, also of one whose text was destroyed, and of
 * anything that is not one always the same.
 */
@Controller
@PublicPage
@RequestMapping("/check")
class CheckController {

    private static final String WAIT_SECONDS = "60";
    private static final int LONGEST = 60;

    private final IssuedPapers papers;
    private final CheckCodes codes;
    private final DestroyedPapers destroyed;
    private final Limits limits;
    private final Directory directory;

    CheckController(
            IssuedPapers papers, CheckCodes codes, DestroyedPapers destroyed, Limits limits, Directory directory) {
        this.papers = papers;
        this.codes = codes;
        this.destroyed = destroyed;
        this.limits = limits;
        this.directory = directory;
    }

    /** What is told. @param kind message key @param kept its text is still here */
    record Genuine(String number, String kind, String unit, String signed, boolean kept) {}

    @GetMapping
    ModelAndView page() {
        return shown(null, null, "", HttpStatus.OK);
    }

    @PostMapping
    ModelAndView check(
            @RequestParam(defaultValue = "") String number,
            @RequestParam(defaultValue = "") String code,
            HttpServletRequest request,
            HttpServletResponse response) {
        String typed = plain(number);
        if (!limits.allows(Limit.CHECKS_OF_NETWORK, Network.of(request.getRemoteAddr()))
                || !limits.allows(Limit.LOOKS, "")) {
            response.setHeader(HttpHeaders.RETRY_AFTER, WAIT_SECONDS);
            return shown(null, "letter.check.busy", typed, HttpStatus.TOO_MANY_REQUESTS);
        }
        Optional<IssuedPaper> found = papers.numbered(typed);
        if (found.isEmpty()) {
            codes.nothing(typed, code);
            return shown(null, "letter.check.unknown", typed, HttpStatus.OK);
        }
        return found.filter(paper -> codes.matches(paper, code) || destroyed.matches(paper, code))
                .map(paper -> shown(genuine(paper), null, typed, HttpStatus.OK))
                .orElseGet(() -> shown(null, "letter.check.unknown", typed, HttpStatus.OK));
    }

    /** Brackets are typed in every way. */
    private static String plain(String number) {
        String plain = number.strip()
                .replaceAll("[\\[［(（]", "〔")
                .replaceAll("[\\]］)）]", "〕")
                .replaceAll("\\s", "");
        return plain.substring(0, Math.min(LONGEST, plain.length()));
    }

    private Genuine genuine(IssuedPaper paper) {
        return new Genuine(
                paper.number(),
                "complaint.paper." + paper.kind(),
                directory.name(paper.unit()),
                paper.signed().toString(),
                paper.kept());
    }

    private static ModelAndView shown(
            @Nullable Genuine genuine, @Nullable String message, String typed, HttpStatus status) {
        ModelAndView page = new ModelAndView("letter/check", status);
        page.addObject("genuine", genuine);
        page.addObject("message", message);
        page.addObject("typed", typed);
        page.addObject("language", genuine == null && message == null ? "link" : "none");
        return page;
    }
}
