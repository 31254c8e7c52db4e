package org.qipan.figure;

/**
 * Something that is counted. Nobody types a value of it: values are sums over records.
 *
 * @param key unique, for example {@code lecture} or {@code lecture.second}
 * @param label message key of its name
 * @param unit key of the unit of measure, shown by message {@code figure.unit.<unit>}
 * @param decimals digits after the point, always shown
 */
public record Measure(String key, String label, String unit, int decimals) {

    /** Whether values count people, so that small ones must not be published. */
    public boolean ofPersons() {
        return switch (unit) {
            case "person", "persontime", "household", "couple", "dose" -> true;
            default -> false;
        };
    }
}
