package org.qipan.form;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.qipan.form.Component.Rules;

/** The rules of one value; the first that is broken speaks. */
final class Check {

    private static final Pattern EMAIL = Pattern.compile("[^@\\s]{1,64}@[^@\\s.]+(\\.[^@\\s.]+)+");
    private static final Pattern PHONE = Pattern.compile("\\+?[0-9][0-9 ()-]{4,19}");
    private static final int LINE = 1_000;
    private static final int TEXT = 20_000;
    private static final int DECIMALS = 6;

    private final Clock clock;
    private final Choices choices;
    private final Map<String, ?> context;

    Check(Clock clock, Choices choices, Map<String, ?> context) {
        this.clock = clock;
        this.choices = choices;
        this.context = context;
    }

    void value(Component component, @Nullable Object value) {
        Rules rules = component.rules();
        if (value == null || value.equals(false) || value.equals(List.of())) {
            if (rules.required()) {
                throw new Unreadable(choosing(component) ? "form.error.choose" : "form.error.required");
            }
        } else if (value instanceof BigDecimal number) {
            number(rules, number);
        } else if (value instanceof LocalDate date) {
            date(rules, date);
        } else if (value instanceof LocalDateTime moment) {
            date(rules, moment.toLocalDate());
        } else if (value instanceof List<?> items) {
            items(component, items);
        } else if (component.type().equals("select") || component.type().equals("radio")) {
            oneOf(component, List.of(value));
        } else if (value instanceof String text) {
            text(component, rules, text);
        }
    }

    void rows(Component list, int count) {
        Rules rules = list.rules();
        if (count == 0 && rules.required()) {
            throw new Unreadable("form.error.required-row");
        }
        if (rules.min() != null && count < rules.min().intValue()) {
            throw new Unreadable("form.error.min-rows", rules.min().toPlainString());
        }
        if (rules.max() != null && count > rules.max().intValue()) {
            throw new Unreadable("form.error.max-rows", rules.max().toPlainString());
        }
    }

    private static boolean choosing(Component component) {
        return component.holdsList() || List.of("select", "radio", "checkbox").contains(component.type());
    }

    private static void number(Rules rules, BigDecimal number) {
        int decimals = rules.decimals() == null ? DECIMALS : rules.decimals();
        if (NumberText.decimals(number) > decimals) {
            throw decimals == 0
                    ? new Unreadable("form.error.whole")
                    : new Unreadable("form.error.decimals", String.valueOf(decimals));
        }
        if (rules.min() != null && number.compareTo(rules.min()) < 0) {
            throw new Unreadable("form.error.min", rules.min().toPlainString());
        }
        if (rules.max() != null && number.compareTo(rules.max()) > 0) {
            throw new Unreadable("form.error.max", rules.max().toPlainString());
        }
        BigDecimal step = rules.step();
        if (step != null && step.signum() > 0) {
            BigDecimal start = rules.min() == null ? BigDecimal.ZERO : rules.min();
            if (number.subtract(start).remainder(step).signum() != 0) {
                throw new Unreadable("form.error.step", step.toPlainString());
            }
        }
    }

    private void date(Rules rules, LocalDate date) {
        if (rules.notPast() && date.isBefore(LocalDate.now(clock))) {
            throw new Unreadable("form.error.past");
        }
    }

    private static void text(Component component, Rules rules, String text) {
        int length = PlainText.length(text);
        int longest =
                rules.maxLength() != null ? rules.maxLength() : component.type().equals("textarea") ? TEXT : LINE;
        if (length > longest) {
            throw new Unreadable("form.error.max-length", String.valueOf(longest), String.valueOf(length));
        }
        if (rules.minLength() != null && length < rules.minLength()) {
            throw new Unreadable("form.error.min-length", String.valueOf(rules.minLength()));
        }
        if ("email".equals(rules.kind()) && !EMAIL.matcher(text).matches()) {
            throw new Unreadable("form.error.email");
        }
        if ("phone".equals(rules.kind())
                && !PHONE.matcher(PlainText.halfWidth(text)).matches()) {
            throw new Unreadable("form.error.phone");
        }
        if (rules.pattern() != null
                && !Pattern.compile(rules.pattern()).matcher(text).find()) {
            throw new Unreadable("form.error.pattern");
        }
    }

    private void items(Component component, List<?> items) {
        if (new HashSet<>(items).size() < items.size()) {
            throw new Unreadable("form.error.choice");
        }
        if (!component.type().equals("filepicker")) {
            oneOf(component, items);
            return;
        }
        BigDecimal most = component.rules().max();
        if (most != null && items.size() > most.intValue()) {
            throw new Unreadable("form.error.max-files", most.toPlainString());
        }
        if (!items.stream().map(Answers::text).allMatch(choices::mayHandIn)) {
            throw new Unreadable("form.error.file");
        }
    }

    private void oneOf(Component component, List<?> chosen) {
        Function<Component.Choice, String> value = Component.Choice::value;
        if (!choices.of(component, context).stream().map(value).toList().containsAll(chosen)) {
            throw new Unreadable("form.error.choice");
        }
    }
}
