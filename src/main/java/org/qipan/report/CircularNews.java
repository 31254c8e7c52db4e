package org.qipan.report;

import java.util.List;
import org.qipan.worklist.CopyRead;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** A circular marked as read in 待阅 is receipted, as if it had been confirmed on its own page. */
@Component
class CircularNews {

    private final Circulars circulars;

    CircularNews(Circulars circulars) {
        this.circulars = circulars;
    }

    @EventListener
    void on(CopyRead read) {
        Addressees.circular(read.page()).ifPresent(id -> circulars.read(id, List.of(read.unit()), read.by()));
    }
}
