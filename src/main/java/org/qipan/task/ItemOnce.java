package org.qipan.task;

import java.util.UUID;
import org.qipan.worklist.Refused;
import org.springframework.stereotype.Component;
import org.springframework.util.MultiValueMap;

/** One effect for one submission of a form that stands below the page of an item. */
@Component
public class ItemOnce {

    private final Once once;

    ItemOnce(Once once) {
        this.once = once;
    }

    /**
     * Runs {@code effect} in a transaction, once.
     *
     * @param form address of the form below that of the item, for example {@code /errand}
     * @return address of the item
     * @throws Refused if the key belongs to something else, or by {@code effect}
     */
    public String run(Seen seen, UUID key, String form, MultiValueMap<String, String> parameters, Runnable effect) {
        String url = "/tasks/" + seen.item().id();
        try {
            return once.run(key, seen.by().id(), "POST " + url + form, Once.hash(parameters), () -> {
                effect.run();
                return url;
            });
        } catch (Once.KeyReused e) {
            throw new Refused("task.refused.key");
        }
    }
}
