package org.qipan.plan;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.util.Objects;
import org.springframework.stereotype.Component;

/** Plans to start from. The sample is Minzhong's of 2018 in its lawful present-day form: services instead of inspections. */
@Component
public class PlanSamples {

    /** Whose plan the sample is. */
    public static final String UNIT = "442000007000";

    private static final YearMonth SAMPLE_MIDDLE = YearMonth.of(2018, 6);

    private final PlanStore plans;

    PlanSamples(PlanStore plans) {
        this.plans = plans;
    }

    /** With its own dates of 2018. */
    public Plan minzhong() {
        return plans.plan(sample());
    }

    /** For another unit, moved so that the month of its second stage is this one. */
    public Plan minzhong(String unit, LocalDate today) {
        Plan plan = plans.plan(sample().replace(UNIT, unit));
        return plan.moved(ChronoUnit.MONTHS.between(SAMPLE_MIDDLE, YearMonth.from(today)));
    }

    /** An old plan, moved so that its first stage opens this month. */
    public static Plan again(Plan old, LocalDate today) {
        return old.stages().stream()
                .map(s -> YearMonth.from(s.opens().first()))
                .min(YearMonth::compareTo)
                .map(first -> old.moved(ChronoUnit.MONTHS.between(first, YearMonth.from(today))))
                .orElse(old);
    }

    private static String sample() {
        try (InputStream in = PlanSamples.class.getResourceAsStream("/campaigns/minzhong-2018.json")) {
            return new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
