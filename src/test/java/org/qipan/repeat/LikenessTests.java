package org.qipan.repeat;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class LikenessTests {

    @Test
    void sameMatterInOtherWordsIsAlike() {
        assertThat(Likeness.of("租客反映押金未按约定退还", "房东说好退租就退押金，现在押金未按约定退还给我")).isGreaterThan(0.35);
    }

    @Test
    void anotherMatterIsNot() {
        assertThat(Likeness.of("租客反映押金未按约定退还", "楼下烧烤摊半夜太吵，睡不着")).isLessThan(0.1);
    }

    @Test
    void nothingIsLikeNothing() {
        assertThat(Likeness.of("", "押金")).isZero();
        assertThat(Likeness.of("押", "押金")).isZero();
    }
}
