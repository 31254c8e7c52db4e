package org.qipan.reveal;

import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.qipan.directory.Staff;
import org.qipan.worklist.CaseExtra;
import org.qipan.worklist.CasePage.Panel;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** The way from the page of a complaint to who asked for the identity. */
@Component
@Order(9)
class RevealExtra implements CaseExtra {

    private final RevealSight sight;

    RevealExtra(RevealSight sight) {
        this.sight = sight;
    }

    @Override
    public @Nullable Panel act(UUID caseId, Staff reader) {
        return sight.matter(caseId, reader)
                .filter(matter -> sight.mayKnow(matter, reader))
                .map(matter -> new Panel("reveal/_link :: link", Map.of("revealRegister", Reveals.register(caseId))))
                .orElse(null);
    }
}
