package org.qipan.file;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.qipan.audit.Fingerprint;
import org.qipan.casefile.TimeOrderedId;
import org.qipan.directory.Staff;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionOperations;

/**
 * Files people attach: checked by content, freed of metadata, kept in the database in small pieces. They pass through temporary files; in
 * memory stands at most one piece, of a Word or Excel file one of its pictures, and of a PDF its objects without their content; those have
 * limits of their own ({@link OfficeCopy}, {@link PdfBudget}).
 */
@Service
public class Files {

    /** Bytes; the limit people are told. */
    static final long LARGEST = 20L << 20;

    static final int MOST_LOOSE = 200;

    private final FileRows rows;
    private final TransactionOperations transaction;
    private final ObjectProvider<FileAccess> access;
    private final Clock clock;

    Files(FileRows rows, TransactionOperations transaction, ObjectProvider<FileAccess> access, Clock clock) {
        this.rows = rows;
        this.transaction = transaction;
        this.access = access;
        this.clock = clock;
    }

    /**
     * Takes an upload. It belongs to nobody but its uploader until {@link #attach}.
     *
     * @throws FileRefused with the text for the person if it is too large, of another kind, damaged or dangerous
     */
    public StoredFile store(InputStream content, String name, UUID staff) throws IOException {
        if (rows.looseCount(staff) >= MOST_LOOSE) {
            throw new FileRefused(422, "file.error.many");
        }
        try (CleanCopy clean = CleanCopy.of(content, name)) {
            StoredFile file = new StoredFile(
                    TimeOrderedId.next(clock),
                    null,
                    clean.name(),
                    clean.kind().type(),
                    clean.size(),
                    clean.cleaned(),
                    staff,
                    clock.instant());
            byte[] digest = digest(clean.path());
            transaction.executeWithoutResult(status -> rows.insert(file, digest, clean.path()));
            return file;
        }
    }

    /**
     * What {@link #store} would keep of it, without keeping it: for content that must not lie in the open yet.
     *
     * @throws FileRefused as {@link #store}
     */
    public Cleaned clean(InputStream content, String name) throws IOException {
        try (CleanCopy clean = CleanCopy.of(content, name)) {
            return new Cleaned(clean.name(), java.nio.file.Files.readAllBytes(clean.path()), clean.cleaned());
        }
    }

    /** @param cleaned false where metadata could not be removed without harm (a signed PDF) */
    public record Cleaned(String name, byte[] content, boolean cleaned) {}

    /** The file, if this person may read it: empty for "no" as for "no such file". */
    public Optional<StoredFile> readable(UUID id, Staff staff) {
        return rows.find(id).filter(file -> own(file, staff) || granted(file, staff));
    }

    /** Also his own upload goes with the case, once he must not know of that. */
    private boolean own(StoredFile file, Staff staff) {
        UUID caseId = file.caseId();
        return file.uploadedBy().equals(staff.id()) && (caseId == null || !rows.excluded(caseId, staff.id()));
    }

    private boolean granted(StoredFile file, Staff staff) {
        UUID caseId = file.caseId();
        return caseId != null && access.stream().anyMatch(each -> each.mayRead(caseId, file.id(), staff));
    }

    /** Gives the person's own loose files to a case; ids of other files are passed over. */
    public void attach(Collection<UUID> files, UUID caseId, UUID staff) {
        rows.attach(files, caseId, staff);
    }

    /**
     * The same content once more, for another case. Whether the person may read it is for the caller to know.
     *
     * @param staff who counts as its uploader from now on
     * @return the new id, empty if there is no such file
     */
    public Optional<UUID> copy(UUID file, UUID toCase, UUID staff) {
        UUID id = TimeOrderedId.next(clock);
        Boolean copied = transaction.execute(status -> rows.copy(file, id, toCase, staff, clock.instant()));
        return Boolean.TRUE.equals(copied) ? Optional.of(id) : Optional.empty();
    }

    /** Destroys the files of a case, contents and all. */
    public void destroy(UUID caseId) {
        rows.destroy(caseId);
    }

    /** Files of a case, oldest first. */
    public List<StoredFile> of(UUID caseId) {
        return rows.of(caseId);
    }

    /** What the person uploaded and no case took yet, newest first, twenty at most. */
    public List<StoredFile> loose(UUID staff) {
        return rows.loose(staff);
    }

    /** Deletes all the person uploaded and no case took. */
    public void discard(UUID staff) {
        rows.discard(null, staff);
    }

    /** Deletes one of them; an id of any other file is passed over. */
    public void discard(UUID file, UUID staff) {
        rows.discard(file, staff);
    }

    /** Writes the content piece by piece. */
    public void write(StoredFile file, OutputStream out) throws IOException {
        long written = 0;
        for (int no = 0; written < file.size(); no++) {
            byte[] piece = rows.piece(file.id(), no);
            out.write(piece);
            written += piece.length;
        }
    }

    private static byte[] digest(Path file) throws IOException {
        try (InputStream in = java.nio.file.Files.newInputStream(file)) {
            MessageDigest digest = Fingerprint.sha256();
            byte[] buffer = new byte[8192];
            for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
                digest.update(buffer, 0, read);
            }
            return digest.digest();
        }
    }
}
