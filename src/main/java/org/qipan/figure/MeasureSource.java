package org.qipan.figure;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Gives measures and their values. The modules above figure implement it, one bean for each kind of record. */
public interface MeasureSource {

    List<Measure> measures();

    /** Values by unit, then by measure. What nobody recorded is absent, which is not 0. */
    Map<String, Map<String, BigDecimal>> values(Collection<String> measures, FigureScope scope);

    /** The records behind a value, newest day first, with the versions that were replaced or withdrawn. */
    List<Source> sources(String measure, FigureScope scope);

    /**
     * A record behind a value.
     *
     * @param href address of the record
     * @param counts whether it is part of the value now; earlier versions are not
     * @param reason why it was corrected or withdrawn
     */
    record Source(
            long id,
            String unit,
            LocalDate day,
            BigDecimal value,
            String href,
            boolean counts,
            @Nullable String reason) {}
}
