package org.qipan.tracking;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.qipan.limit.Limit;
import org.qipan.limit.Limits;
import org.qipan.limit.Network;
import org.qipan.page.PublicPage;
import org.qipan.page.SeeOther;
import org.qipan.receipt.Receipts;
import org.qipan.tracking.TrackPages.Typed;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** 查进度: the receipt goes in by POST and is in no address; whoever has none learns nothing, not even whether it exists. */
@Controller
@PublicPage
@RequestMapping("/track")
class TrackController {

    private static final String WAIT_SECONDS = "60";

    private final Receipts receipts;
    private final Limits limits;
    private final Opened opened;
    private final TrackPages pages;

    TrackController(Receipts receipts, Limits limits, Opened opened, TrackPages pages) {
        this.receipts = receipts;
        this.limits = limits;
        this.opened = opened;
        this.pages = pages;
    }

    @GetMapping
    ModelAndView page(HttpServletRequest request) {
        return opened.of(request)
                .map(matter -> pages.show(matter, Typed.NOTHING, Map.of(), HttpStatus.OK))
                .orElseGet(() -> pages.find(null, Typed.NOTHING, HttpStatus.OK));
    }

    /** @param sent may carry what was typed before the time was over; then the page is shown at once with it, and it is kept nowhere */
    @PostMapping
    ModelAndView find(
            @RequestParam(defaultValue = "") String receipt,
            @RequestParam(defaultValue = "") String pin,
            @RequestParam MultiValueMap<String, String> sent,
            HttpServletRequest request,
            HttpServletResponse response) {
        Typed typed = Typed.of(sent.getOrDefault("act", java.util.List.of("")).get(0), sent);
        if (sent.containsKey("lang")) {
            return pages.again(receipt, pin, typed);
        }
        if (!allowed(receipt, request)) {
            response.setHeader(HttpHeaders.RETRY_AFTER, WAIT_SECONDS);
            return pages.find("tracking.busy", typed, HttpStatus.TOO_MANY_REQUESTS);
        }
        Optional<UUID> found = receipts.find(receipt, pin);
        if (found.isEmpty()) {
            // The same answer, whatever is wrong: security.md 4.5.
            return pages.find("tracking.nothing", typed, HttpStatus.OK);
        }
        opened.open(request, found.get());
        return typed.text().isEmpty() ? SeeOther.at("/track") : pages.show(found.get(), typed, Map.of(), HttpStatus.OK);
    }

    @PostMapping("/leave")
    ModelAndView leave(HttpServletRequest request, HttpServletResponse response) {
        opened.close(request);
        response.setHeader("Clear-Site-Data", "\"cache\", \"storage\"");
        return SeeOther.at("/open");
    }

    private boolean allowed(String receipt, HttpServletRequest request) {
        return limits.allows(Limit.LOOKS_OF_NETWORK, Network.of(request.getRemoteAddr()))
                && limits.allows(Limit.LOOKS_OF_RECEIPT, receipts.same(receipt))
                && limits.allows(Limit.LOOKS, "");
    }
}
