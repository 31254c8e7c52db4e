package org.qipan.gazetteer;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.util.UUID;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.qipan.audit.Actor;
import org.qipan.audit.TestAudit;
import org.qipan.cluster.Locks;
import org.qipan.directory.Directory;
import org.qipan.directory.TestUnits;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

class UnitImportsTests {

    private static final String HEADER = "code,name,level,parent\n";
    private static final String ONE = "350211001001,测试社区居民委员会,village,350211001000\n";

    @TempDir
    private Path folder;

    private DataSource database;
    private JdbcClient jdbc;
    private UnitImports imports;
    private Directory directory;

    @BeforeEach
    void start() {
        database = TestUnits.database();
        jdbc = JdbcClient.create(database);
        directory = TestUnits.directory(database);
        imports = node(TestUnits.CLOCK);
    }

    private UnitImports node(Clock clock) {
        return new UnitImports(
                database,
                jdbc,
                new ImportChecks(jdbc),
                new TransactionTemplate(new JdbcTransactionManager(database)),
                TestAudit.audit(jdbc, clock),
                clock);
    }

    @Test
    void keepsNothingUntilSomebodyConfirms() throws IOException {
        UnitImport read = read(HEADER + ONE);
        assertThat(read)
                .extracting(UnitImport::state, UnitImport::added, UnitImport::bad)
                .containsExactly("ready", 1, 0);
        assertThat(directory.find("350211001001")).isEmpty();
        assertThat(imports.confirm(read.id())).isTrue();
        imports.apply(read.id(), Actor.system());
        assertThat(directory.unit("350211001001").name()).isEqualTo("测试社区");
        assertThat(directory.search("cssq", "350211000000", 5)).isNotEmpty();
        assertThat(imports.confirm(read.id())).isFalse();
    }

    @Test
    void countsNewChangedUnchangedAndBadRows() throws IOException {
        UnitImport read = read(HEADER + ONE
                + "442000007201,新伦村民委员会,village,442000007000\n"
                + "442000007202,民安村民委员会,village,442000007000\n"
                + "44200000720,短,village,442000007000\n");
        assertThat(read)
                .extracting(UnitImport::added, UnitImport::changed, UnitImport::unchanged, UnitImport::bad)
                .containsExactly(1, 1, 1, 1);
        imports.confirm(read.id());
        imports.apply(read.id(), Actor.system());
        assertThat(directory.unit("442000007202").name()).isEqualTo("民安村");
        assertThat(jdbc.sql("select count(*) from unit_name where unit = '442000007202'")
                        .query(Integer.class)
                        .single())
                .isEqualTo(2);
    }

    @Test
    void aDiscardedFileLeavesNothing() throws IOException {
        UnitImport read = read(HEADER + ONE);
        assertThat(imports.discard(read.id())).isTrue();
        assertThat(imports.confirm(read.id())).isFalse();
        assertThat(jdbc.sql("select count(*) from unit_import_row")
                        .query(Integer.class)
                        .single())
                .isZero();
    }

    @ParameterizedTest
    @CsvSource({
        "'35021100100,短,village,350211001000', 2, code, gazetteer.import.fault.code",
        "'350211001001,,village,350211001000', 2, name, gazetteer.import.fault.name.blank",
        "'350211001001,=1+1,village,350211001000', 2, name, gazetteer.import.fault.name.formula",
        "'350211001001,@SUM(A1),village,350211001000', 2, name, gazetteer.import.fault.name.formula",
        "'350211001001,<b>粗</b>,village,350211001000', 2, name, gazetteer.import.fault.name",
        "'350211001001,测试,hamlet,350211001000', 2, level, gazetteer.import.fault.level",
        "'350211001001,测试,county,350211001000', 2, level, gazetteer.import.fault.level.code",
        "'350211001001,测试,village,442000007000', 2, parent, gazetteer.import.fault.parent",
        "'350211999001,测试,village,350211999000', 2, parent, gazetteer.import.fault.parent.missing",
        "'350211001001,测试,village', 2, code, gazetteer.import.fault.columns",
        "'442000007201,新伦村民委员会,village,442000000000', 2, level, gazetteer.import.fault.kind",
    })
    void listsABadRowWithLineColumnAndReason(String row, int line, String field, String reason) throws IOException {
        UnitImport read = read(HEADER + row + "\n" + ONE.replace("1001,", "1009,"));
        assertThat(imports.faults(read.id(), 200)).singleElement().satisfies(fault -> {
            assertThat(fault.line()).isEqualTo(line);
            assertThat(fault.field()).isEqualTo(field);
            assertThat(fault.reason()).isEqualTo(reason);
        });
        assertThat(read.added()).isEqualTo(1);
    }

    @Test
    void takesTheFirstOfTwoRowsWithOneCode() throws IOException {
        UnitImport read = read(HEADER + ONE + ONE.replace("测试", "别的"));
        assertThat(read).extracting(UnitImport::added, UnitImport::bad).containsExactly(1, 1);
        assertThat(imports.faults(read.id(), 9))
                .extracting(UnitImport.Fault::line, UnitImport.Fault::reason)
                .containsExactly(org.assertj.core.groups.Tuple.tuple(3, "gazetteer.import.fault.duplicate"));
    }

    @Test
    void aRowFallsWithTheParentThatFell() throws IOException {
        UnitImport read =
                read(HEADER + "350211999000,新镇,township,350299000000\n350211999001,测试村民委员会,village,350211999000\n");
        assertThat(read).extracting(UnitImport::added, UnitImport::bad).containsExactly(0, 2);
    }

    @ParameterizedTest
    @ValueSource(strings = {"UTF-8", "GB18030", "GBK"})
    void recognisesTheEncodingsOfficesUse(String charset) throws IOException {
        UnitImport read = read((HEADER + ONE).getBytes(Charset.forName(charset)));
        assertThat(read.state()).isEqualTo("ready");
        imports.confirm(read.id());
        imports.apply(read.id(), Actor.system());
        assertThat(directory.unit("350211001001").name()).isEqualTo("测试社区");
    }

    @Test
    void takesAByteOrderMarkQuotesAndWindowsLineEnds() throws IOException {
        UnitImport read =
                read("\uFEFFCode,Name,Level,Parent\r\n350211001001,\"测试\"\"甲\"\"社区居民委员会\",village,350211001000\r\n");
        assertThat(read)
                .extracting(UnitImport::state, UnitImport::added, UnitImport::bad)
                .containsExactly("ready", 1, 0);
    }

    @ParameterizedTest
    @CsvSource({
        "'', UTF-8, gazetteer.import.refused.empty",
        "'name,code,level,parent\n', UTF-8, gazetteer.import.refused.header",
        "'code,name,level,parent\n', UTF-16, gazetteer.import.refused.utf16",
        "'code,name,level,parent\n', UTF-16LE, gazetteer.import.refused.utf16",
        "'PK\u0003\u0004', UTF-8, gazetteer.import.refused.sheet",
    })
    void refusesAFileItCannotRead(String text, String charset, String reason) throws IOException {
        UnitImport read = read(text.getBytes(Charset.forName(charset)));
        assertThat(read).extracting(UnitImport::state, UnitImport::reason).containsExactly("failed", reason);
    }

    @Test
    void refusesBytesOfNoEncodingAndALineWithoutEnd() throws IOException {
        assertThat(read(new byte[] {'a', (byte) 0xFF, (byte) 0xFF, '\n'}).reason())
                .isEqualTo("gazetteer.import.refused.encoding");
        assertThat(read(HEADER + "x".repeat(200_000)).reason()).isEqualTo("gazetteer.import.refused.long");
    }

    @Test
    void recordsInTheAuditWhatWasKept() throws IOException {
        UnitImport read = read(HEADER + ONE);
        imports.confirm(read.id());
        imports.apply(read.id(), Actor.system());
        assertThat(jdbc.sql("select action from audit").query(String.class).list())
                .containsExactly("directory.audit.import");
    }

    @Test
    void saysThatNothingWasKeptOfWhatTheProgramDiedReading() throws IOException, SQLException, ImportRefused {
        Path file = Files.writeString(folder.resolve("half.csv"), HEADER + ONE + "x,,,\n");
        UUID half = imports.begin("half.csv", 1, Actor.system());
        new ImportFile(database).stage(half, file, bytes -> {});
        UnitImports restarted = node(Clock.offset(TestUnits.CLOCK, Duration.ofMinutes(2)));

        Locks.alone(database, "gazetteer.import." + half, restarted::sweep);
        assertThat(imports.find(half).orElseThrow().state())
                .as("another node is still at it")
                .isEqualTo("reading");
        imports.sweep();
        assertThat(imports.find(half).orElseThrow().state())
                .as("it may not have begun yet")
                .isEqualTo("reading");

        restarted.sweep();
        assertThat(imports.find(half).orElseThrow())
                .extracting(UnitImport::state, UnitImport::reason)
                .containsExactly("failed", "gazetteer.import.refused.interrupted");
        assertThat(imports.faults(half, 9)).isEmpty();
        assertThat(count("unit_import_row")).isZero();
    }

    @Test
    void saysThatNothingWasKeptOfWhatTheProgramDiedKeeping() throws IOException {
        UUID id = read(HEADER + ONE).id();
        UUID waiting = read(HEADER + ONE).id();
        imports.confirm(id);

        imports.sweep();

        assertThat(imports.find(id).orElseThrow().reason()).isEqualTo("gazetteer.import.refused.interrupted");
        imports.apply(id, Actor.system());
        assertThat(directory.find("350211001001")).as("too late").isEmpty();
        assertThat(imports.find(waiting).orElseThrow().ready()).isTrue();
        assertThat(count("unit_import_row")).as("of the other file").isEqualTo(1);
    }

    private long count(String table) {
        return jdbc.sql("select count(*) from " + table).query(Long.class).single();
    }

    private UnitImport read(String text) throws IOException {
        return read(text.getBytes(StandardCharsets.UTF_8));
    }

    private UnitImport read(byte[] bytes) throws IOException {
        Path file = Files.write(folder.resolve(UUID.randomUUID() + ".csv"), bytes);
        UUID id = imports.begin("villages.csv", bytes.length, Actor.system());
        imports.read(id, file);
        return imports.find(id).orElseThrow();
    }
}
