package org.qipan.gazetteer;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import javax.sql.DataSource;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.qipan.Bench;
import org.qipan.Figures;
import org.qipan.audit.Actor;
import org.qipan.audit.TestAudit;
import org.qipan.directory.TestUnits;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** As many villages as the country has, under the real townships, with every 4,000th row bad in one of four ways. */
@Bench
@Tag("units")
class UnitImportBench {

    private static final int ROWS = 620_573;
    private static final int BAD_EVERY = 4_000;
    private static final String SYLLABLES = "东西南北上下大小新高石林河山水田桥坪塘坡湾沟岭泉杨李王张陈黄赵刘周吴";

    @TempDir
    private Path folder;

    private final DataSource database = TestUnits.database();
    private final JdbcClient jdbc = JdbcClient.create(database);
    private final UnitImports imports = new UnitImports(
            database,
            jdbc,
            new ImportChecks(jdbc),
            new TransactionTemplate(new JdbcTransactionManager(database)),
            TestAudit.audit(jdbc, TestUnits.CLOCK),
            TestUnits.CLOCK);

    @Test
    void allVillagesOfTheCountry() throws IOException {
        Path file = file();
        UUID id = imports.begin("villages.csv", Files.size(file), Actor.system());
        double[] took = new double[2];
        long heap = Figures.peakHeap(() -> {
            took[0] = Figures.once(() -> imports.read(id, file));
            assertThat(imports.find(id).orElseThrow())
                    .extracting(UnitImport::state, UnitImport::added, UnitImport::bad)
                    .containsExactly("ready", ROWS - ROWS / BAD_EVERY, ROWS / BAD_EVERY);
            assertThat(imports.confirm(id)).isTrue();
            took[1] = Figures.once(() -> imports.apply(id, Actor.system()));
        });
        assertThat(imports.find(id).orElseThrow().state()).isEqualTo("applied");
        assertThat(imports.faults(id, ROWS)).hasSize(ROWS / BAD_EVERY);
        assertThat(units()).isEqualTo(45_141 + ROWS - ROWS / BAD_EVERY);
        Figures.add("620,573 villages: read, checked and shown", Figures.time(took[0]), "");
        Figures.add("620,573 villages: kept after the confirmation", Figures.time(took[1]), "");
        Figures.add("620,573 villages: most heap in use", heap + " MB", "< 1,000 MB");
    }

    private long units() {
        return jdbc.sql("select count(*) from unit").query(Long.class).single();
    }

    private Path file() throws IOException {
        List<String> towns = jdbc.sql("""
                        select code from unit t where kind = 'township' and code like '%000'
                        and not exists (select 1 from unit v where v.parent = t.code) order by code
                        """).query(String.class).list();
        Random random = new Random(620_573);
        Path file = folder.resolve("villages.csv");
        try (BufferedWriter out = Files.newBufferedWriter(file)) {
            out.write("code,name,level,parent\n");
            for (int row = 1; row <= ROWS; row++) {
                String town = towns.get(row % towns.size());
                String code = town.substring(0, 9) + "%03d".formatted(1 + row / towns.size());
                out.write(row % BAD_EVERY == 0 ? bad(row / BAD_EVERY % 4, code, town) : row(code, name(random), town));
            }
        }
        return file;
    }

    private static String name(Random random) {
        StringBuilder name = new StringBuilder();
        for (int i = 0; i < 2 + random.nextInt(2); i++) {
            name.append(SYLLABLES.charAt(random.nextInt(SYLLABLES.length())));
        }
        return name + (random.nextInt(5) == 0 ? "社区居民委员会" : "村民委员会");
    }

    private static String bad(int way, String code, String town) {
        return switch (way) {
            case 0 -> row(code.substring(1), "短码村民委员会", town);
            case 1 -> row(code, "=1+1", town);
            case 2 -> row("990000000001", "无上级村民委员会", "990000000000");
            default -> row(code, "错级村民委员会", town).replace("village", "hamlet");
        };
    }

    private static String row(String code, String name, String town) {
        return code + "," + name + ",village," + town + "\n";
    }
}
