package org.qipan.problem;

import java.util.Objects;
import java.util.Optional;
import org.qipan.directory.Staff;
import org.qipan.task.VisibleItems;
import org.springframework.stereotype.Component;

/** Problems met while doing a task. */
@Component
class ItemOrigin implements OriginPage {

    static final String KIND = "item";

    private final VisibleItems items;

    ItemOrigin(VisibleItems items) {
        this.items = items;
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public Optional<Shown> shown(long id, Staff reader) {
        return items.find(id, reader)
                .map(item -> new Shown(Objects.requireNonNullElse(item.subject(), item.title()), "/tasks/" + id));
    }
}
