package org.qipan.vault;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.CharRange;
import net.jqwik.api.constraints.StringLength;

class NameMarksProperties {

    /** A miss cannot be made good: whatever stands before and behind it. */
    @Property(tries = 300)
    void neverMissesAName(
            @ForAll @StringLength(max = 12) String before,
            @ForAll @StringLength(min = 2, max = 12) @CharRange(from = '\u4e00', to = '\u9fa5') String name,
            @ForAll @StringLength(max = 12) String behind) {
        // A mark that joins onto the character before it makes another character of both.
        assertThat(NameMarks.in(before + "，" + name + "，" + behind).test(name)).isTrue();
        assertThat(NameMarks.in("书记" + name + "等").test(name)).isTrue();
    }
}
