package org.qipan.intake;

import java.io.IOException;
import java.io.InputStream;
import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.qipan.file.FileRefused;
import org.qipan.file.Files;
import org.qipan.file.StoredFile;
import org.qipan.limit.Limit;
import org.qipan.limit.Limits;
import org.qipan.page.Fields;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.web.multipart.MultipartFile;

/** Files people send without a log-in: few, freed of every mark of their maker, gone in a day if the form they came with was not sent. */
@Component
class OpenUploads {

    static final int MOST = 5;
    private static final Duration KEPT = Duration.ofDays(1);

    private final Files files;
    private final Limits limits;
    private final JdbcClient jdbc;
    private final Clock clock;

    OpenUploads(Files files, Limits limits, JdbcClient jdbc, Clock clock) {
        this.files = files;
        this.limits = limits;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    List<StoredFile> of(FilingForm form) {
        return files.loose(form.owner());
    }

    /** Takes away what was ticked, then takes in what came along. @return key of what was refused, empty if nothing was */
    Optional<String> take(FilingForm form, List<MultipartFile> sent, String network) {
        for (String dropped : form.sent().getOrDefault("drop", List.of())) {
            UUID file = Fields.id(dropped);
            if (file != null) {
                files.discard(file, form.owner());
            }
        }
        Optional<String> refused = Optional.empty();
        for (MultipartFile file : sent) {
            if (!file.isEmpty()) {
                refused = refused.or(() -> store(form, file, network));
            }
        }
        return refused;
    }

    /** They belong to the case now. */
    void attach(FilingForm form, UUID caseId) {
        files.attach(of(form).stream().map(StoredFile::id).toList(), caseId, form.owner());
        forget(form.owner());
    }

    @Scheduled(cron = "0 5 * * * *", zone = "Asia/Shanghai")
    void deleteOld() {
        jdbc.sql("select owner from public_upload where at < :before")
                .param("before", OffsetDateTime.now(clock).minus(KEPT))
                .query(UUID.class)
                .list()
                .forEach(owner -> {
                    files.discard(owner);
                    forget(owner);
                });
    }

    private Optional<String> store(FilingForm form, MultipartFile sent, String network) {
        if (of(form).size() >= MOST) {
            return Optional.of("intake.error.files");
        }
        if (!limits.allows(Limit.UPLOADS_OF_NETWORK, network)) {
            return Optional.of("intake.error.busy");
        }
        jdbc.sql("insert into public_upload (owner, at) values (:owner, :at) on conflict (owner) do nothing")
                .param("owner", form.owner())
                .param("at", OffsetDateTime.now(clock))
                .update();
        String name = sent.getOriginalFilename();
        try (InputStream content = sent.getInputStream()) {
            StoredFile file = files.store(content, name == null ? "" : name, form.owner());
            if (!file.cleaned()) {
                files.discard(file.id(), form.owner());
                return Optional.of("intake.error.signed");
            }
            return Optional.empty();
        } catch (FileRefused e) {
            return Optional.of(e.key());
        } catch (IOException e) {
            return Optional.of("file.error.damaged");
        }
    }

    private void forget(UUID owner) {
        jdbc.sql("delete from public_upload where owner = :owner")
                .param("owner", owner)
                .update();
    }
}
