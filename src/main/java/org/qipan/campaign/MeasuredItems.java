package org.qipan.campaign;

import java.math.BigDecimal;
import java.util.Map;

/** Items whose value is counted from work records, so that nobody types a total. */
interface MeasuredItems {

    /** Item → what the unit recorded for it so far; what nobody recorded is absent, which is not 0. @param us its part in the stage */
    Map<Long, BigDecimal> values(long us);
}
