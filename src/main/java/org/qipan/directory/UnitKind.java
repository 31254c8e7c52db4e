package org.qipan.directory;

/** The level or nature of a unit. Levels may be missing: Zhongshan has no county level. */
public enum UnitKind {
    PROVINCE,
    PREFECTURE,
    COUNTY,
    TOWNSHIP,
    VILLAGE,
    /** An office or bureau at some level; code {@code 442000007000-03}. */
    DEPARTMENT,
    /** A health centre, school or other institution; coded like a department. */
    INSTITUTION;

    /** The value stored in table {@code unit} and used in message keys. */
    public String key() {
        return name().toLowerCase(java.util.Locale.ROOT);
    }
}
