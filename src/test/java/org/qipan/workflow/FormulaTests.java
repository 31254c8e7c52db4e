package org.qipan.workflow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class FormulaTests {

    private static final Clock CLOCK = Clock.fixed(Instant.parse("2018-06-05T16:30:00Z"), ZoneId.of("Asia/Shanghai"));

    private final Formula.Parser parser = new FeelParser(CLOCK);

    @Test
    void readsChineseNamesAndStrings() {
        assertThat(parser.parse("=类型 = \"出租屋\" and 次数 >= 2").holds(Map.of("类型", "出租屋", "次数", 3)))
                .isTrue();
        assertThat(parser.parse("=类型 = \"出租屋\"").holds(Map.of("类型", "工地"))).isFalse();
    }

    @Test
    void aMissingVariableIsNullAndNoError() {
        assertThat(parser.parse("reason").value(Map.of())).isNull();
        assertThat(parser.parse("reason = null").holds(Map.of())).isTrue();
        assertThat(parser.parse("count > 2").holds(Map.of())).isFalse();
    }

    @Test
    void countsExactly() {
        assertThat(parser.parse("a + b").value(Map.of("a", new BigDecimal("0.1"), "b", new BigDecimal("0.2"))))
                .isEqualTo(new BigDecimal("0.3"));
        assertThat(parser.parse("2 * 50").value(Map.of())).isEqualTo(new BigDecimal("100"));
    }

    @Test
    void knowsListsContextsAndDates() {
        assertThat(parser.parse("[1, 2]").value(Map.of())).isEqualTo(List.of(new BigDecimal("1"), new BigDecimal("2")));
        assertThat(parser.parse("{a: \"x\"}").value(Map.of())).isEqualTo(Map.of("a", "x"));
        assertThat(parser.parse("some r in rows satisfies r.n > 1").holds(Map.of("rows", List.of(Map.of("n", 2)))))
                .isTrue();
        assertThat(parser.parse("opens < date(\"2018-06-06\")").holds(Map.of("opens", LocalDate.of(2018, 6, 5))))
                .isTrue();
    }

    @Test
    void takesTheDayFromTheClockBean() {
        assertThat(parser.parse("today()").value(Map.of())).isEqualTo(LocalDate.of(2018, 6, 6));
    }

    @Test
    void saysWhereAnExpressionIsWrong() {
        assertThatThrownBy(() -> parser.parse("1 + "))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(":");
    }

    @Test
    void callsNoJava() {
        String call =
                "{f: function(x) external {java: {class: \"java.lang.Math\", method signature: \"abs(int)\"}}, r: f(-1)}.r";
        assertThatThrownBy(() -> parser.parse(call)).hasMessageContaining("External functions are disabled");
    }
}
