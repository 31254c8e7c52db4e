package org.qipan.file;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.qipan.casefile.CaseTexts;
import org.qipan.cluster.Locks;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The tables {@code file} and {@code file_chunk}. */
@Component
class FileRows {

    static final int PIECE = 256 << 10;
    private static final String COLUMNS = "select id, case_id, name, type, size, cleaned, uploaded_by, at from file ";

    private final JdbcClient jdbc;
    private final CaseTexts texts;

    FileRows(JdbcClient jdbc, CaseTexts texts) {
        this.jdbc = jdbc;
        this.texts = texts;
    }

    void insert(StoredFile file, byte[] digest, Path content) {
        jdbc.sql(
                        "insert into file (id, name, type, size, sha256, cleaned, uploaded_by, at) values (?, ?, ?, ?, ?, ?, ?, ?)")
                .params(
                        file.id(),
                        file.name(),
                        file.type(),
                        file.size(),
                        digest,
                        file.cleaned(),
                        file.uploadedBy(),
                        at(file.at()))
                .update();
        try (InputStream in = Files.newInputStream(content)) {
            byte[] piece = in.readNBytes(PIECE);
            for (int no = 0; piece.length > 0; no++) {
                jdbc.sql("insert into file_chunk (file, no, data) values (?, ?, ?)")
                        .params(file.id(), no, piece)
                        .update();
                piece = in.readNBytes(PIECE);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Transactional
    Optional<StoredFile> find(UUID id) {
        return jdbc.sql(COLUMNS + "where id = ?").param(id).query(this::file).optional();
    }

    @Transactional
    List<StoredFile> of(UUID caseId) {
        return jdbc.sql(COLUMNS + "where case_id = ? order by at, id")
                .param(caseId)
                .query(this::file)
                .list();
    }

    List<StoredFile> loose(UUID staff) {
        return jdbc.sql(COLUMNS + "where uploaded_by = ? and case_id is null order by at desc, id limit 20")
                .param(staff)
                .query(this::file)
                .list();
    }

    int looseCount(UUID staff) {
        return jdbc.sql("select count(*) from file where uploaded_by = ? and case_id is null")
                .param(staff)
                .query(Integer.class)
                .single();
    }

    @Transactional
    void attach(Collection<UUID> files, UUID caseId, UUID staff) {
        jdbc.sql(COLUMNS + "where id = any (?) and uploaded_by = ? and case_id is null for update")
                .params(files.toArray(UUID[]::new), staff)
                .query(this::file)
                .list()
                .forEach(file -> jdbc.sql("update file set case_id = ?, name = ? where id = ?")
                        .params(caseId, texts.keep(caseId, file.name()), file.id())
                        .update());
    }

    /** @param file null for all of them */
    void discard(@Nullable UUID file, UUID staff) {
        jdbc.sql(
                        "delete from file where case_id is null and uploaded_by = :staff and (:file::uuid is null or id = :file)")
                .param("staff", staff)
                .param("file", file, Types.OTHER)
                .update();
    }

    /** Inside the database: no piece of it passes through here. */
    boolean copy(UUID file, UUID id, UUID toCase, UUID staff, Instant at) {
        Optional<String> name = find(file).map(StoredFile::name);
        if (name.isEmpty()) {
            return false;
        }
        int copied = jdbc.sql("""
                insert into file (id, case_id, name, type, size, sha256, cleaned, uploaded_by, at)
                select ?, ?, ?, type, size, sha256, cleaned, ?, ? from file where id = ?
                """)
                .params(id, toCase, texts.keep(toCase, name.get()), staff, at(at), file)
                .update();
        jdbc.sql("insert into file_chunk (file, no, data) select ?, no, data from file_chunk where file = ?")
                .params(id, file)
                .update();
        return copied == 1;
    }

    byte[] piece(UUID file, int no) {
        return jdbc.sql("select data from file_chunk where file = ? and no = ?")
                .params(file, no)
                .query(byte[].class)
                .single();
    }

    boolean retention() {
        return Locks.take(jdbc, "qipan.file.retention");
    }

    boolean excluded(UUID caseId, UUID staff) {
        return jdbc.sql("select case_excluded(?, ?)")
                .params(caseId, staff)
                .query(Boolean.class)
                .single();
    }

    void destroy(UUID caseId) {
        jdbc.sql("delete from file where case_id = ?").param(caseId).update();
    }

    int deleteLoose(Instant before) {
        return jdbc.sql("delete from file where case_id is null and at < ?")
                .param(at(before))
                .update();
    }

    private static OffsetDateTime at(Instant instant) {
        return OffsetDateTime.ofInstant(instant, ZoneOffset.UTC);
    }

    private StoredFile file(ResultSet row, int number) throws SQLException {
        UUID caseId = row.getObject(2, UUID.class);
        String name = row.getString(3);
        return new StoredFile(
                row.getObject(1, UUID.class),
                caseId,
                caseId == null ? name : texts.read(caseId, name),
                row.getString(4),
                row.getLong(5),
                row.getBoolean(6),
                row.getObject(7, UUID.class),
                row.getObject(8, OffsetDateTime.class).toInstant());
    }
}
