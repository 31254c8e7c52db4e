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
import org.qipan.cluster.Locks;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The tables {@code file} and {@code file_chunk}. */
@Component
class FileRows {

    static final int PIECE = 256 << 10;
    private static final String COLUMNS = "select id, case_id, name, type, size, cleaned, uploaded_by, at from file ";

    private final JdbcClient jdbc;

    FileRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
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

    Optional<StoredFile> find(UUID id) {
        return jdbc.sql(COLUMNS + "where id = ?")
                .param(id)
                .query(FileRows::file)
                .optional();
    }

    List<StoredFile> of(UUID caseId) {
        return jdbc.sql(COLUMNS + "where case_id = ? order by at, id")
                .param(caseId)
                .query(FileRows::file)
                .list();
    }

    List<StoredFile> loose(UUID staff) {
        return jdbc.sql(COLUMNS + "where uploaded_by = ? and case_id is null order by at desc, id limit 20")
                .param(staff)
                .query(FileRows::file)
                .list();
    }

    int looseCount(UUID staff) {
        return jdbc.sql("select count(*) from file where uploaded_by = ? and case_id is null")
                .param(staff)
                .query(Integer.class)
                .single();
    }

    void attach(Collection<UUID> files, UUID caseId, UUID staff) {
        jdbc.sql("update file set case_id = ? where id = any (?) and uploaded_by = ? and case_id is null")
                .params(caseId, files.toArray(UUID[]::new), staff)
                .update();
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
        int copied = jdbc.sql("""
                insert into file (id, case_id, name, type, size, sha256, cleaned, uploaded_by, at)
                select ?, ?, name, type, size, sha256, cleaned, ?, ? from file where id = ?""").params(id, toCase, staff, at(at), file).update();
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

    private static StoredFile file(ResultSet row, int number) throws SQLException {
        return new StoredFile(
                row.getObject(1, UUID.class),
                row.getObject(2, UUID.class),
                row.getString(3),
                row.getString(4),
                row.getLong(5),
                row.getBoolean(6),
                row.getObject(7, UUID.class),
                row.getObject(8, OffsetDateTime.class).toInstant());
    }
}
