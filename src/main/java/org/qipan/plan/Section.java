package org.qipan.plan;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The parts of a plan that are written, saved and returned one by one. The five in the middle are the 五有 of a mobilisation. */
public enum Section {
    BASIS,
    AIMS,
    GROUP,
    TASKS,
    STAGES,
    SCHEME,
    DEPLOYMENT,
    STAFF,
    FUNDS,
    INSPECTION,
    LIBRARY,
    CONTACT;

    /** 有方案、有部署、有人员、有经费、有检查. */
    public static final List<Section> HAVES = List.of(SCHEME, DEPLOYMENT, STAFF, FUNDS, INSPECTION);

    /** As used in addresses, message keys and stored remarks. */
    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static Optional<Section> of(String key) {
        return Arrays.stream(values()).filter(s -> s.key().equals(key)).findFirst();
    }
}
