package org.qipan.form;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.qipan.form.FormFixture.complete;
import static org.qipan.form.FormFixture.errors;

import java.math.BigDecimal;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.text.Normalizer;
import java.util.Locale;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FormTextTests {

    private final CamundaForms forms = FormFixture.forms();
    private final Form form = FormFixture.everyComponent();

    @Test
    void countsARareSurnameAndAnEmojiAsOneCharacterEach() {
        String name = "𠮷·😀一二三四五六七";
        assertThat(forms.read(form, complete("name", name)).values()).containsEntry("name", name);
    }

    @Test
    void composesDecomposedLetters() {
        assertThat(forms.read(form, complete("name", "e\u0301e\u0301")).values())
                .containsEntry("name", "éé");
    }

    @ParameterizedTest
    @ValueSource(strings = {"a\u0000b", "a\ud842", "\udfb7b", "a\u0007b", "a\nb", "a\u0085b"})
    void refusesCharactersThatCannotBeStored(String text) {
        assertThat(errors(forms.read(form, complete("name", text)))).containsEntry("name", "含有无法保存的字符，请删除后再试。");
    }

    @Test
    void refusesAMegabyteOfText() {
        assertThat(errors(forms.read(form, complete("note", "字".repeat(1 << 20)))))
                .containsOnlyKeys("note");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "1,23",
                "12,34,567",
                "1,5",
                "--1",
                "1.",
                ".5",
                "1 2",
                "NaN",
                "0x10",
                "1234567890123456",
                "１，２",
                "½"
            })
    void refusesNumbersThatCouldMeanTwoThings(String typed) {
        assertThatExceptionOfType(Unreadable.class).isThrownBy(() -> NumberText.of(typed));
    }

    @Property
    void readsEveryNumberHoweverItIsWritten(
            @ForAll @LongRange(min = -999_999_999_999L, max = 999_999_999_999L) long number,
            @ForAll @IntRange(max = 4) int scale,
            @ForAll boolean fullWidth,
            @ForAll boolean grouped) {
        BigDecimal expected = BigDecimal.valueOf(number, scale);
        DecimalFormat format =
                new DecimalFormat(grouped ? "#,##0.####" : "0.####", DecimalFormatSymbols.getInstance(Locale.ROOT));
        String typed = format.format(expected);
        if (fullWidth) {
            typed = typed.chars()
                    .mapToObj(c -> String.valueOf((char) (c + 0xFEE0)))
                    .reduce("", String::concat);
        }
        assertThat(NumberText.of(typed)).isEqualByComparingTo(expected);
    }

    @Property
    void eitherKeepsATextOrRefusesIt(@ForAll("texts") String typed) {
        try {
            String kept = PlainText.of(typed, true);
            assertThat(kept)
                    .isEqualTo(Normalizer.normalize(kept, Normalizer.Form.NFC))
                    .doesNotContain("\u0000", "\r");
            assertThat(PlainText.of(kept, true)).isEqualTo(kept);
            assertThat(new String(
                            kept.getBytes(java.nio.charset.StandardCharsets.UTF_8),
                            java.nio.charset.StandardCharsets.UTF_8))
                    .isEqualTo(kept);
        } catch (Unreadable e) {
            assertThat(e.key()).isEqualTo("form.error.character");
        }
    }

    @Provide
    Arbitrary<String> texts() {
        return Arbitraries.strings()
                .withChars("字a \n\t\u0301\u0000\ud83d\ude00")
                .withCharRange('\ud7f0', '\ue010')
                .ofMaxLength(12);
    }
}
