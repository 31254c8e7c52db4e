package org.qipan.operations;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.qipan.casefile.CaseFile;
import org.qipan.casefile.CaseFiles;
import org.qipan.workflow.FailedJob;
import org.qipan.workflow.FailedJobs;
import org.qipan.worklist.CasePage;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Service;

/** Says of failed work which case waits for it. */
@Service
class FailedWork {

    static final int SHOWN = 50;

    /** Kinds whose titles are written by offices; all others may quote people, and an administrator needs no names. */
    private static final Set<String> OFFICIAL_TITLES = Set.of("campaign");

    private final FailedJobs jobs;
    private final CaseFiles cases;
    private final ObjectProvider<CasePage> pages;

    FailedWork(FailedJobs jobs, CaseFiles cases, ObjectProvider<CasePage> pages) {
        this.jobs = jobs;
        this.cases = cases;
        this.pages = pages;
    }

    long count() {
        return jobs.count();
    }

    List<FailedWorkRow> rows() {
        return jobs.list(SHOWN).stream().map(this::row).toList();
    }

    private FailedWorkRow row(FailedJob job) {
        @Nullable CaseFile file = file(job).orElse(null);
        boolean titled = file != null && OFFICIAL_TITLES.contains(file.kind());
        return new FailedWorkRow(
                job.id(),
                file == null ? null : file.id(),
                file == null ? null : file.number(),
                file != null && titled ? file.title() : null,
                job.model(),
                job.step(),
                "operations.jobs.reason." + job.reason().code(),
                job.failure(),
                ShownTime.of(job.at()));
    }

    /** The business key is the case itself, or a row only the capability knows. */
    private Optional<CaseFile> file(FailedJob job) {
        @Nullable String ref = job.ref();
        if (ref == null) {
            return Optional.empty();
        }
        return uuid(ref).flatMap(cases::find).or(() -> known(job.process(), ref).flatMap(cases::find));
    }

    private Optional<UUID> known(@Nullable String process, String ref) {
        try {
            return pages.stream()
                    .filter(page -> process != null && page.processes().contains(process))
                    .findFirst()
                    // no task: only the case is asked for
                    .map(page -> page.facts(String.valueOf(process), "", ref).caseId());
        } catch (DataAccessException | IllegalArgumentException gone) {
            // the row may be the very thing that is missing; the failure is listed all the same
            return Optional.empty();
        }
    }

    private static Optional<UUID> uuid(String ref) {
        try {
            return Optional.of(UUID.fromString(ref));
        } catch (IllegalArgumentException notACase) {
            return Optional.empty();
        }
    }
}
