package org.qipan.service;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.qipan.Bench;
import org.qipan.Figures;
import org.qipan.directory.Post;

@Bench
@Tag("records")
class RecordImportBench {

    private static final int RUNS = 7;
    private static final Post POST = Town.WORKER.posts().get(0);

    private final Desk desk = new Desk();
    private int number;

    @Test
    void tenThousandLines() {
        Figures.add(
                "10,000 work records with ten bad lines: read and shown",
                Figures.often(RUNS, () -> {
                    UUID id = prepare("x");
                    assertThat(desk.imports.find(id, Town.WORKER).orElseThrow().problems())
                            .hasSize(10);
                }),
                "");
        Figures.add(
                "10,000 work records: read, shown and kept",
                Figures.often(
                        RUNS,
                        () -> assertThat(desk.imports.confirm(prepare("1"), Town.WORKER))
                                .isEqualTo(ImportFile.MOST)),
                "");
    }

    /** A file of its own each time: the same one twice would count once. */
    private UUID prepare(String thousandth) {
        var text = new StringBuilder("日期,事项,数量,第二数量,网格,备注\n");
        number++;
        for (int i = 0; i < ImportFile.MOST; i++) {
            text.append("2026-11-")
                    .append(1 + i % 20)
                    .append(",走访出租屋,")
                    .append(i % 1000 == 7 ? thousandth : "2")
                    .append(",,3,第")
                    .append(number)
                    .append("次\n");
        }
        byte[] file = text.toString().getBytes(StandardCharsets.UTF_8);
        return desk.imports.prepare("记录.csv", file, Town.WORKER, POST, null);
    }
}
