package org.qipan.gazetteer;

import java.util.List;
import org.qipan.directory.UnitKind;

/**
 * A unit's name in its forms.
 *
 * @param official as founded: 新伦村民委员会
 * @param shortName as spoken, with 村 or 社区 (screens.md 3): 新伦村
 */
record UnitName(String official, String shortName, Pinyin.Reading reading) {

    private record Ending(String official, String spoken) {}

    /** Longest first. Nothing but the words for the committee is dropped; 村 and 社区 stay. */
    private static final List<Ending> ENDINGS = List.of(
            new Ending("社区居民委员会", "社区"),
            new Ending("社区居委会", "社区"),
            new Ending("社区村民委员会", "社区"),
            new Ending("村村民委员会", "村"),
            new Ending("村民委员会", "村"),
            new Ending("村村委会", "村"),
            new Ending("村委会", "村"),
            new Ending("居民委员会", "社区"),
            new Ending("居委会", "社区"));

    static UnitName of(String official, UnitKind kind) {
        String spoken = kind == UnitKind.VILLAGE ? spoken(official) : official;
        return new UnitName(official, spoken, Pinyin.of(spoken));
    }

    private static String spoken(String official) {
        for (Ending ending : ENDINGS) {
            if (official.endsWith(ending.official())
                    && official.length() > ending.official().length()) {
                return official.substring(
                                0, official.length() - ending.official().length())
                        + ending.spoken();
            }
        }
        return official;
    }
}
