package org.qipan.complaint;

import java.time.LocalDate;
import java.util.HashSet;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.qipan.complaint.Answered.Opinion;
import org.qipan.course.Route;
import org.qipan.directory.Staff;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Matters that were answered, for whoever looks at the answer again: what was answered, and the papers that follow it. */
@Component
public class AnsweredMatters {

    private final JdbcClient jdbc;
    private final ComplaintTable table;
    private final Papers papers;
    private final Proofs proofs;
    private final ComplaintAccess access;
    private final ComplaintViews views;

    AnsweredMatters(
            JdbcClient jdbc,
            ComplaintTable table,
            Papers papers,
            Proofs proofs,
            ComplaintAccess access,
            ComplaintViews views) {
        this.jdbc = jdbc;
        this.table = table;
        this.papers = papers;
        this.proofs = proofs;
        this.access = access;
        this.views = views;
    }

    /** The matter, or the one that stands for it since it was merged. */
    public Answered find(UUID id) {
        return answered(table.find(standing(id)).orElseThrow());
    }

    /** As {@link #find}; of two who act on it one comes second. */
    public Answered lock(UUID id) {
        return answered(table.lock(standing(id)));
    }

    private UUID standing(UUID id) {
        UUID into = table.find(id).orElseThrow().mergedInto();
        return into == null ? id : into;
    }

    /** Signs a paper on what was looked at again. @param facts and {@code basis}: null where it needs none @return its id */
    public long sign(
            UUID id,
            String kind,
            @Nullable String facts,
            String text,
            @Nullable String basis,
            UUID writer,
            String unit,
            UUID by) {
        long paper = papers.draft(id, kind, facts, text, basis, writer);
        papers.sign(paper, kind, unit, by);
        return paper;
    }

    /** Writes down how a paper was served. @return the day @throws org.qipan.worklist.Refused where day or proof cannot be */
    public LocalDate serve(UUID id, long paper, Typed typed) {
        Paper signed = papers.of(id).stream()
                .filter(one -> one.id() == paper)
                .findFirst()
                .orElseThrow();
        proofs.check(table.find(id).orElseThrow(), signed, typed);
        String proof = typed.text("proof");
        typed.check();
        LocalDate on = Objects.requireNonNull(typed.day("servedOn"));
        papers.serve(paper, typed.choice("how"), on, proof);
        return on;
    }

    /** Who wrote and who signed what was said to it. */
    public Set<UUID> writers(UUID id) {
        Set<UUID> writers = new HashSet<>();
        papers.newest(id, Paper.OPINION).ifPresent(paper -> writers.addAll(writers(paper)));
        return writers;
    }

    /** What the form of a service begins with. */
    public Map<String, Object> serving(UUID id) {
        return ComplaintChoices.serving(table.find(id).orElseThrow());
    }

    /** Model of {@code complaint/_complaint :: panel} for a reader. */
    public Map<String, Object> panel(UUID id, Staff reader) {
        return Map.of("complaint", views.page(table.find(id).orElseThrow(), reader));
    }

    public boolean visible(UUID id, Staff reader) {
        return access.sees(id, reader);
    }

    private Answered answered(Complaint complaint) {
        boolean over = complaint.state().equals("withdrawn");
        Opinion opinion = complaint.route() == Route.PETITION
                ? papers.of(complaint.id()).stream()
                        .filter(paper -> paper.kind().equals(Paper.OPINION) && paper.served() != null)
                        .reduce((one, later) -> later)
                        .flatMap(paper -> opinion(complaint, paper))
                        .orElse(null)
                : null;
        return new Answered(complaint.id(), complaint.desk(), complaint.concerned(), over, opinion);
    }

    private Optional<Opinion> opinion(Complaint complaint, Paper paper) {
        LocalDate served = paper.served();
        return served == null
                ? Optional.empty()
                : Optional.of(new Opinion(paper.id(), signer(complaint), served, writers(paper)));
    }

    /** A department's opinion may be signed above it: then what is above answers for it. */
    private String signer(Complaint complaint) {
        return jdbc.sql(
                        "select unit from work_item where case_id = ? and process = ? and key = ? order by id desc limit 1")
                .params(complaint.id(), ComplaintProcess.COMPLAINT, ComplaintProcess.SIGN)
                .query(String.class)
                .optional()
                .orElseGet(() -> Objects.requireNonNull(complaint.lead()));
    }

    private Set<UUID> writers(Paper paper) {
        Set<UUID> writers = new HashSet<>(Set.of(paper.draftedBy()));
        writers.addAll(jdbc.sql("select signed_by from complaint_paper where id = ? and signed_by is not null")
                .param(paper.id())
                .query(UUID.class)
                .list());
        return writers;
    }
}
