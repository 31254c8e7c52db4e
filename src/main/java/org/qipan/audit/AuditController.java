package org.qipan.audit;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The audit administrator's page. Looking, checking and exporting are recorded like everything else. */
@Controller
@PreAuthorize("hasRole('audit-admin')")
class AuditController {

    private static final int DAYS_SHOWN = 30;
    private static final int EXPORT_PAGE = 1000;
    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

    private final AuditLog log;
    private final ChainVerifier verifier;
    private final Audit audit;
    private final CurrentActor current;
    private final MessageSource messages;
    private final Clock clock;

    AuditController(
            AuditLog log,
            ChainVerifier verifier,
            Audit audit,
            CurrentActor current,
            MessageSource messages,
            Clock clock) {
        this.log = log;
        this.verifier = verifier;
        this.audit = audit;
        this.current = current;
        this.messages = messages;
        this.clock = clock;
    }

    @ModelAttribute("filter")
    AuditFilter filter(
            @RequestParam(required = false) @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) @Nullable LocalDate from,
            @RequestParam(required = false) @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) @Nullable LocalDate to,
            @RequestParam(required = false) @Nullable String actor,
            @RequestParam(required = false) @Nullable String action,
            @RequestParam(required = false) @Nullable String kind,
            @RequestParam(required = false) @Nullable String object) {
        return new AuditFilter(from, to, actor, action, kind, object)
                .startingAt(LocalDate.ofInstant(clock.instant(), ZONE).minusDays(DAYS_SHOWN));
    }

    @GetMapping("/audit")
    String list(
            @ModelAttribute("filter") AuditFilter filter,
            @RequestParam(required = false) @Nullable String before,
            Model model) {
        show(filter, before, model);
        return "audit/log";
    }

    @PostMapping("/audit/verification")
    String verify(@ModelAttribute("filter") AuditFilter filter, Model model) {
        Verification result = verifier.verify();
        audit.record(
                current.actor(),
                "audit.audit.verified",
                "audit",
                "chain",
                Map.of("checked", result.checked(), "sound", result.sound(), "unlinked", result.unlinked()));
        model.addAttribute("verification", result);
        show(filter, null, model);
        return "audit/log";
    }

    @GetMapping("/audit/export.csv")
    void export(@ModelAttribute("filter") AuditFilter filter, Locale locale, HttpServletResponse response)
            throws IOException {
        audit.record(current.actor(), "audit.audit.exported", "audit", "records", Map.of("filter", filter.toString()));
        response.setContentType("text/csv");
        response.setCharacterEncoding(StandardCharsets.UTF_8.name());
        response.setHeader("Content-Disposition", "attachment; filename=\"audit.csv\"");
        List<String> heading = Stream.of("seq", "at", "post", "staff", "action", "kind", "object", "detail")
                .map(column -> messages.getMessage("audit.column." + column, null, locale))
                .toList();
        try (Writer out = response.getWriter()) {
            AuditCsv csv = new AuditCsv(out, heading);
            AuditCursor after = null;
            do {
                AuditPage page = log.page(filter, after, EXPORT_PAGE);
                for (AuditRow row : page.rows()) {
                    csv.row(row);
                }
                after = page.next();
            } while (after != null);
        }
    }

    private void show(AuditFilter filter, @Nullable String before, Model model) {
        model.addAttribute("page", log.page(filter, AuditCursor.parse(before).orElse(null), AuditLog.PAGE));
        model.addAttribute("actions", log.actions());
    }
}
