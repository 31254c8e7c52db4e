package org.qipan.service;

import java.util.Optional;
import org.qipan.directory.Staff;
import org.qipan.problem.OriginPage;
import org.springframework.stereotype.Component;

/** Problems met while doing what a record tells of. */
@Component
class RecordOrigin implements OriginPage {

    private final RecordTable table;
    private final RecordTexts texts;

    RecordOrigin(RecordTable table, RecordTexts texts) {
        this.table = table;
        this.texts = texts;
    }

    @Override
    public String kind() {
        return "record";
    }

    @Override
    public Optional<Shown> shown(long id, Staff reader) {
        return table.find(id, Reach.of(reader), reader.id())
                .map(record -> new Shown(
                        texts.text("service.kind." + record.kind()) + " " + record.day(), "/work-records/" + id));
    }
}
