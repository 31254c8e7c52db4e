package org.qipan.recusal;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.qipan.directory.Post;
import org.qipan.directory.Staff;
import org.qipan.page.Fields;
import org.qipan.task.Ground;
import org.qipan.worklist.AskedPage;
import org.qipan.worklist.Refused;
import org.qipan.worklist.Refused.Reason;
import org.qipan.worklist.WorkFacts;
import org.qipan.worklist.WorkItem;
import org.springframework.stereotype.Component;

/** How a request is listed, read and decided by the post that decides: as a case of its own, from which no way leads to the matter. */
@Component
class RequestWork implements AskedPage {

    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
    private static final int DAYS = 3;

    private final RequestTable table;
    private final RecusalRequests requests;
    private final OwnRecusals own;
    private final Clock clock;

    RequestWork(RequestTable table, RecusalRequests requests, OwnRecusals own, Clock clock) {
        this.table = table;
        this.requests = requests;
        this.own = own;
        this.clock = clock;
    }

    /** A request as printed for the one who decides. @param whom message key @param number of the matter */
    record Shown(String number, String whom, String words, boolean nobody) {}

    @Override
    public List<String> processes() {
        return List.of(RecusalRequests.KIND, OwnRecusals.PROCESS);
    }

    @Override
    public String kind() {
        return RecusalRequests.KIND;
    }

    /** No law gives a day; the office gives itself three. */
    @Override
    public WorkFacts facts(String process, String key, String ref) {
        Request request = request(ref);
        Instant due = LocalDate.now(clock).plusDays(DAYS + 1).atStartOfDay(ZONE).toInstant();
        return new WorkFacts(
                request.id(),
                table.number(request.caseId()),
                null,
                due,
                request.asked().toInstant(),
                false,
                false,
                false,
                false);
    }

    @Override
    public Panel panel(WorkItem item, Staff by) {
        Request request = request(item.ref());
        return new Panel(
                "recusal/_request :: request",
                Map.of(
                        "request",
                        new Shown(
                                table.number(request.caseId()),
                                "recusal.whom." + request.whom(),
                                requests.words(request),
                                !request.own() && requests.meant(request).isEmpty())));
    }

    @Override
    public Prefill prefill(WorkItem item) {
        List<Map<String, String>> people = requests.meant(request(item.ref())).stream()
                .map(one -> Map.of("value", one.id().toString(), "label", one.name()))
                .toList();
        return new Prefill(Map.of("people", people), Map.of());
    }

    @Override
    public Map<String, Object> completing(WorkItem item, Map<String, Object> values, Staff by, Post as) {
        Request request = request(item.ref());
        String reason = String.valueOf(values.get("reason")).strip();
        if (request.own()) {
            own.decide(request, "grant".equals(values.get("decision")), reason, by, as);
            return Map.of();
        }
        boolean granted = "grant".equals(values.get("decision"));
        List<UUID> leaving = granted ? chosen(values.get("staff")) : List.of();
        Ground ground = Ground.of(String.valueOf(values.get("ground"))).orElse(null);
        List<Reason> broken = new ArrayList<>();
        if (granted && leaving.isEmpty()) {
            broken.add(new Reason("staff", "recusal.refused.people", List.of()));
        }
        if (granted && ground == null) {
            broken.add(new Reason("ground", "recusal.refused.ground", List.of()));
        }
        if (!broken.isEmpty()) {
            throw new Refused(broken);
        }
        requests.decide(request, leaving, ground, reason, by, as);
        return Map.of();
    }

    private static List<UUID> chosen(@Nullable Object value) {
        List<UUID> chosen = new ArrayList<>();
        if (value instanceof Collection<?> several) {
            several.forEach(one -> {
                UUID id = Fields.id(String.valueOf(one));
                if (id != null) {
                    chosen.add(id);
                }
            });
        }
        return chosen;
    }

    private Request request(String ref) {
        return table.find(UUID.fromString(ref)).orElseThrow();
    }
}
