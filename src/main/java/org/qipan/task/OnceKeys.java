package org.qipan.task;

import java.util.UUID;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ModelAttribute;

/** Gives every page the keys that {@code components/once :: once} prints: one for each form on it. */
@ControllerAdvice
class OnceKeys {

    @ModelAttribute("onceKeys")
    Keys keys() {
        return new Keys();
    }

    /** Makes a new key each time it is asked. */
    static final class Keys {
        public UUID next() {
            return UUID.randomUUID();
        }
    }
}
