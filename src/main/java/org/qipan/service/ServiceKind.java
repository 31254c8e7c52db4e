package org.qipan.service;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Something that is done for residents and counted.
 *
 * @param section group in the catalogue: message {@code service.section.<section>}
 * @param unitOfMeasure message {@code figure.unit.<unit>}
 * @param secondUnit unit of the second quantity (people at a lecture), null if there is none
 * @param decimals digits after the point a quantity may have
 * @param aggregateOnly touches reproduction or a named illness: institutions enter counts without person, household, grid or note
 * @param officeOnly counted at an office or counter, not in a village
 * @param favourite among the six offered to somebody who has no habit yet
 */
public record ServiceKind(
        String key,
        String section,
        String unitOfMeasure,
        @Nullable String secondUnit,
        int decimals,
        boolean aggregateOnly,
        boolean officeOnly,
        boolean favourite) {

    static final String SECOND = ".second";

    /** Message key of the name. */
    public String label() {
        return "service.kind." + key;
    }

    /** Message key of the name of the second quantity. */
    public String secondLabel() {
        return label() + ".second";
    }

    public boolean hasSecond() {
        return secondUnit != null;
    }

    /** Keys of what it is counted by: its quantity, and the second one if it has any. */
    public List<String> measures() {
        return hasSecond() ? List.of(key, key + SECOND) : List.of(key);
    }

    /** Whether people in this role may record it. */
    public boolean recordedBy(String role) {
        if (aggregateOnly) {
            return role.equals("service-provider");
        }
        return !officeOnly || !role.startsWith("village-");
    }
}
