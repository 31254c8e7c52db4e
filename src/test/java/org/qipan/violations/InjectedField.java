package org.qipan.violations;

import java.time.Clock;
import org.springframework.beans.factory.annotation.Autowired;

/** Cannot be made without a container. */
public class InjectedField {

    @Autowired
    Clock clock;
}
