package org.qipan.vault;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NameMarksTests {

    @ParameterizedTest
    @CsvSource({
        "村支书王建国, 王建国",
        "'王建国、李明', 李明",
        "王 建　国 书记, 王建国",
        "阿卜杜热依木·买买提, 阿卜杜热依木买买提",
        "阿卜杜热依木.买买提, 阿卜杜热依木·买买提",
        "𠮷田花子, 𠮷田花子",
        "ＷＡＮＧ Lan, wang lan",
    })
    void findsANameHoweverItIsWritten(String written, String name) {
        assertThat(NameMarks.in(written).test(name)).isTrue();
    }

    @ParameterizedTest
    @CsvSource({"王某某, 王建国", "'王建、国强', 王建国", "王, 王", "'', 王建国", "王建国, ''"})
    void takesNothingElseForIt(String written, String name) {
        assertThat(NameMarks.in(written).test(name)).isFalse();
    }

    /** What is kept of a text does not grow with a case that names a whole office. */
    @Test
    void keepsThreePiecesForEachCharacterAtMost() {
        assertThat(NameMarks.pieces("一二三四五六七八九十")).hasSize(9 + 8 + 7);
    }
}
