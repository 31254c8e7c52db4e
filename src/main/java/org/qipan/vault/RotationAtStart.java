package org.qipan.vault;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.stereotype.Component;

/** {@code --qipan.vault.rotate=true}: for whoever has added a version to the key file; docs/operations.md, "Keys". */
@Component
@ConditionalOnProperty("qipan.vault.rotate")
class RotationAtStart implements ApplicationRunner {

    private static final Logger log = LoggerFactory.getLogger(RotationAtStart.class);

    private final Rotation rotation;

    RotationAtStart(Rotation rotation) {
        this.rotation = rotation;
    }

    @Override
    public void run(ApplicationArguments arguments) {
        Rotation.Done done = rotation.run();
        log.info(
                "{} keys are now sealed by the newest version of the master key, {} do not open",
                done.keys(),
                done.left());
    }
}
