package org.qipan.violations;

import java.util.List;

/** Takes what a model cannot hold. */
public class ObjectSteps {

    public void run(List<String> units) {
        units.clear();
    }
}
