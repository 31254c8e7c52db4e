package org.qipan.campaign;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Version;
import java.time.Instant;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.qipan.worklist.Refused;

/** A campaign of one unit, from its draft to its circular. Has the id of its case. */
@Entity
class Campaign {

    /** Where a campaign is. Stages overlap, so what happens while it runs is told by the stages. */
    enum State {
        DRAFT,
        APPROVAL,
        RUNNING,
        REPORTING,
        ACCEPTANCE,
        CIRCULAR,
        CLOSED,
        CANCELLED;

        static final Set<State> OPEN = EnumSet.of(DRAFT, APPROVAL, RUNNING, REPORTING, ACCEPTANCE, CIRCULAR);

        String key() {
            return name().toLowerCase(java.util.Locale.ROOT);
        }
    }

    @Id
    private UUID id;

    @Version
    private int version;

    private String unit;

    @Column(name = "owner_area")
    private long ownerArea;

    private String name;

    @Enumerated(EnumType.STRING)
    private State state = State.DRAFT;

    private boolean practice;

    private @Nullable LocalDate starts;

    private @Nullable LocalDate ends;

    @Column(name = "copied_from")
    private @Nullable UUID copiedFrom;

    @Column(name = "end_reason")
    private @Nullable String endReason;

    @Column(name = "created_by", updatable = false)
    private UUID createdBy;

    @Column(name = "created_at", updatable = false)
    private Instant createdAt;

    /** For JPA, which fills the fields. */
    @SuppressWarnings("NullAway.Init")
    protected Campaign() {}

    Campaign(UUID id, String unit, long ownerArea, String name, @Nullable UUID copiedFrom, UUID by, Instant at) {
        this.id = id;
        this.unit = unit;
        this.ownerArea = ownerArea;
        this.name = name;
        this.copiedFrom = copiedFrom;
        this.createdBy = by;
        this.createdAt = at;
    }

    void rename(String better) {
        only(State.DRAFT);
        name = better;
    }

    /** 演练: everything works, nothing is published or counted. Decided before issue, never after. */
    void practise(boolean exercise) {
        only(State.DRAFT);
        practice = exercise;
    }

    void submit() {
        only(State.DRAFT);
        state = State.APPROVAL;
    }

    void returned() {
        only(State.APPROVAL);
        state = State.DRAFT;
    }

    /** The plan is in force. Days before today are right: phase one of the 2018 plan began a month before it was approved. */
    void issue(LocalDate first, LocalDate last) {
        only(State.APPROVAL);
        state = State.RUNNING;
        starts = first;
        ends = last;
    }

    void extend(LocalDate last) {
        if (ends != null && last.isAfter(ends)) {
            ends = last;
        }
    }

    void report() {
        only(State.RUNNING, State.ACCEPTANCE);
        state = State.REPORTING;
    }

    void accept() {
        only(State.REPORTING);
        state = State.ACCEPTANCE;
    }

    void circulate() {
        only(State.REPORTING, State.ACCEPTANCE);
        state = State.CIRCULAR;
    }

    void close() {
        only(State.CIRCULAR);
        state = State.CLOSED;
    }

    /** 提前终止. What was done stays and counts. */
    void cancel(String reason) {
        if (!State.OPEN.contains(state)) {
            throw new Refused("campaign.refused.over");
        }
        state = State.CANCELLED;
        endReason = reason;
    }

    private void only(State... allowed) {
        if (!Set.of(allowed).contains(state)) {
            throw new Refused("campaign.refused.state." + state.key());
        }
    }

    UUID id() {
        return id;
    }

    String unit() {
        return unit;
    }

    String name() {
        return name;
    }

    State state() {
        return state;
    }

    boolean practice() {
        return practice;
    }

    @Nullable
    LocalDate starts() {
        return starts;
    }

    @Nullable
    LocalDate ends() {
        return ends;
    }

    @Nullable
    UUID copiedFrom() {
        return copiedFrom;
    }

    @Nullable
    String endReason() {
        return endReason;
    }
}
