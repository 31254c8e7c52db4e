package org.qipan.report;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.qipan.worklist.Refused;
import org.qipan.worklist.Refused.Reason;

/**
 * What a unit submits at the end of a campaign: a summary, the forms, one or two model cases. Once submitted it is locked; a return
 * unlocks the returned items and nothing else.
 */
final class ReportPackage {

    static final String SUMMARY = "summary";
    static final List<String> FORMS = List.of("form-a", "form-b", "form-c");
    static final List<String> CASES = List.of("case-1", "case-2");

    final UUID id;
    final int version;
    final UUID campaign;
    final String unit;
    final Map<String, PackageItem> items;
    private PackageState state;
    private int round;
    private @Nullable String receipt;
    private @Nullable Instant submittedAt;
    private @Nullable Instant receivedAt;
    private @Nullable Instant acceptedAt;

    ReportPackage(
            UUID id,
            int version,
            UUID campaign,
            String unit,
            PackageState state,
            int round,
            @Nullable String receipt,
            @Nullable Instant submittedAt,
            @Nullable Instant receivedAt,
            @Nullable Instant acceptedAt,
            Map<String, PackageItem> items) {
        this.id = id;
        this.version = version;
        this.campaign = campaign;
        this.unit = unit;
        this.state = state;
        this.round = round;
        this.receipt = receipt;
        this.submittedAt = submittedAt;
        this.receivedAt = receivedAt;
        this.acceptedAt = acceptedAt;
        this.items = new LinkedHashMap<>(items);
    }

    static ReportPackage draft(UUID id, UUID campaign, String unit, String summary) {
        Map<String, PackageItem> items = new LinkedHashMap<>();
        items.put(SUMMARY, PackageItem.open(SUMMARY, summary));
        FORMS.forEach(form -> items.put(form, PackageItem.open(form, null)));
        CASES.forEach(one -> items.put(one, PackageItem.open(one, null)));
        return new ReportPackage(id, 0, campaign, unit, PackageState.DRAFT, 0, null, null, null, null, items);
    }

    /** Writes a summary or a model case. A changed case must be read again by somebody else. */
    void write(String key, @Nullable String title, String content, boolean consent, boolean confirmed, UUID by) {
        items.put(key, editable(key).written(title, content, consent, confirmed, by));
    }

    /** Somebody other than the writer has read a model case. */
    void secondRead(String key, UUID reader) {
        PackageItem item = editable(key);
        if (item.empty() || reader.equals(item.changedBy())) {
            throw new Refused("report.refused.reader");
        }
        items.put(key, item.readBy(reader));
    }

    /** Whether a form goes up anew with the next submission. */
    List<String> formsToKeep() {
        return FORMS.stream()
                .filter(form -> items.get(form) != null && item(form).editable())
                .toList();
    }

    void keep(String form, long snapshot) {
        items.put(form, editable(form).with(snapshot));
    }

    /** @param caseNeeded whether this level owes at least one model case */
    void submit(boolean caseNeeded, Instant now) {
        if (state != PackageState.DRAFT && state != PackageState.RETURNED) {
            throw new Refused("report.refused.state");
        }
        List<Reason> missing = new ArrayList<>();
        PackageItem summary = item(SUMMARY);
        if (summary.empty() || !summary.confirmed()) {
            missing.add(new Reason(SUMMARY, "report.refused.summary", List.of()));
        }
        for (String key : CASES) {
            PackageItem one = item(key);
            if (!one.empty() && (!one.consent() || one.secondReader() == null)) {
                missing.add(new Reason(key, "report.refused.case", List.of()));
            }
        }
        if (caseNeeded && CASES.stream().allMatch(key -> item(key).empty())) {
            missing.add(new Reason(CASES.get(0), "report.refused.nocase", List.of()));
        }
        if (FORMS.stream().anyMatch(form -> item(form).snapshot() == null)) {
            missing.add(new Reason(FORMS.get(0), "report.refused.form", List.of()));
        }
        if (!missing.isEmpty()) {
            throw new Refused(missing);
        }
        items.replaceAll((key, item) -> item.editable() ? item.in(PackageItem.State.LOCKED, null) : item);
        state = PackageState.SUBMITTED;
        round++;
        submittedAt = now;
    }

    /** The unit above signs for it; the number stays through later rounds. */
    void receive(String number, Instant now) {
        if (state != PackageState.SUBMITTED) {
            throw new Refused("report.refused.state");
        }
        state = PackageState.RECEIVED;
        receipt = receipt == null ? number : receipt;
        receivedAt = now;
    }

    /** Sends items back with a remark each. Only these unlock. */
    void giveBack(Map<String, String> remarks) {
        if (state != PackageState.RECEIVED) {
            throw new Refused("report.refused.state");
        }
        if (remarks.isEmpty() || remarks.values().stream().anyMatch(String::isBlank)) {
            throw new Refused("report.refused.remark");
        }
        remarks.forEach((key, remark) -> items.put(key, item(key).in(PackageItem.State.RETURNED, remark)));
        state = PackageState.RETURNED;
    }

    void accept(Instant now) {
        if (state != PackageState.RECEIVED) {
            throw new Refused("report.refused.state");
        }
        items.replaceAll((key, item) -> item.in(PackageItem.State.ACCEPTED, null));
        state = PackageState.ACCEPTED;
        acceptedAt = now;
    }

    PackageItem item(String key) {
        PackageItem item = items.get(key);
        if (item == null) {
            throw new Refused("report.refused.item");
        }
        return item;
    }

    private PackageItem editable(String key) {
        PackageItem item = item(key);
        if (!item.editable()) {
            throw Refused.at(key, "report.refused.locked");
        }
        return item;
    }

    PackageState state() {
        return state;
    }

    int round() {
        return round;
    }

    @Nullable
    String receipt() {
        return receipt;
    }

    @Nullable
    Instant submittedAt() {
        return submittedAt;
    }

    @Nullable
    Instant receivedAt() {
        return receivedAt;
    }

    @Nullable
    Instant acceptedAt() {
        return acceptedAt;
    }
}
