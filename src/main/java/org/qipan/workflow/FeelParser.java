package org.qipan.workflow;

import camundajar.impl.scala.Function1;
import camundajar.impl.scala.Option;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.ZonedDateTime;
import java.util.HashMap;
import java.util.Map;
import org.camunda.feel.api.FeelEngineApi;
import org.camunda.feel.api.FeelEngineBuilder;
import org.camunda.feel.impl.JavaValueMapper;
import org.camunda.feel.syntaxtree.ParsedExpression;
import org.camunda.feel.syntaxtree.Val;
import org.camunda.feel.syntaxtree.ValNumber;
import org.jspecify.annotations.Nullable;

/** FEEL by the library the engine brings along. Parsing costs twenty times as much as evaluating, so a formula is parsed once and kept. */
class FeelParser implements Formula.Parser {

    private final FeelEngineApi feel;

    FeelParser(Clock clock) {
        this.feel = FeelEngineBuilder.forJava()
                .withCustomValueMapper(new ExactNumbers())
                .withClock(() -> ZonedDateTime.now(clock))
                .withEnabledExternalFunctions(false)
                .build();
    }

    @Override
    public Formula parse(String expression) {
        String text = expression.strip();
        var parsed = feel.parseExpression(text.startsWith("=") ? text.substring(1) : text);
        if (parsed.isFailure()) {
            throw new IllegalArgumentException(parsed.failure().message());
        }
        return new Parsed(feel, parsed.parsedExpression());
    }

    private record Parsed(FeelEngineApi feel, ParsedExpression expression) implements Formula {

        @Override
        public @Nullable Object value(Map<String, ?> variables) {
            var result = feel.evaluate(expression, new HashMap<String, Object>(variables));
            return result.isSuccess() ? result.result() : null;
        }

        @Override
        public boolean holds(Map<String, ?> variables) {
            return Boolean.TRUE.equals(value(variables));
        }
    }

    /** Numbers come back as they were counted; the library would hand out long and double. */
    private static final class ExactNumbers extends JavaValueMapper {

        @Override
        public Option<Object> unpackVal(Val value, Function1<Val, Object> inner) {
            if (value instanceof ValNumber number) {
                BigDecimal exact = number.value().bigDecimal();
                return Option.apply(exact.scale() < 0 ? exact.setScale(0) : exact);
            }
            return super.unpackVal(value, inner);
        }
    }
}
