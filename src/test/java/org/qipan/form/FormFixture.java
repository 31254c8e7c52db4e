package org.qipan.form;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.camunda.feel.api.FeelEngineApi;
import org.camunda.feel.api.FeelEngineBuilder;
import org.qipan.directory.CurrentStaff;
import org.qipan.directory.Staff;
import org.qipan.workflow.Formula;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.context.support.ResourceBundleMessageSource;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;

/** Forms without the rest of the application. */
final class FormFixture {

    static final Staff WORKER = new Staff(new UUID(0, 1), "worker", "新伦村工作人员", true, List.of());
    static final UUID MINE = UUID.fromString("0191e3a0-0000-7000-8000-000000000001");
    static final UUID FOREIGN = UUID.fromString("0191e3a0-0000-7000-8000-000000000002");
    static final Clock CLOCK = Clock.fixed(Instant.parse("2026-11-21T02:32:00Z"), ZoneId.of("Asia/Shanghai"));

    private FormFixture() {}

    static CamundaForms forms() {
        LocaleContextHolder.setLocale(Locale.SIMPLIFIED_CHINESE);
        return new CamundaForms(new Feel(), messages(), Optional.of(new MyUploads()), current(WORKER), CLOCK) {
            @Override
            public Form named(String id) {
                return id.equals("every-component") ? parse(example()) : super.named(id);
            }
        };
    }

    /** Beside the forms of the product, not among them: the local run would deploy it with them. */
    private static String example() {
        try {
            return resource("/example-forms/every-component.form");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static Form everyComponent() {
        return forms().named("every-component");
    }

    static ResourceBundleMessageSource messages() {
        var messages = new ResourceBundleMessageSource();
        messages.setBasenames("messages/form", "messages/file");
        messages.setDefaultEncoding("UTF-8");
        messages.setFallbackToSystemLocale(false);
        messages.setAlwaysUseMessageFormat(true);
        return messages;
    }

    static CurrentStaff current(Staff staff) {
        return new CurrentStaff() {
            @Override
            public Staff get() {
                return staff;
            }

            @Override
            public Optional<Staff> find() {
                return Optional.of(staff);
            }
        };
    }

    static String resource(String path) throws IOException {
        try (InputStream stream = FormFixture.class.getResourceAsStream(path)) {
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    /** Name, value, name, value … */
    static MultiValueMap<String, String> parameters(String... pairs) {
        MultiValueMap<String, String> parameters = new LinkedMultiValueMap<>();
        for (int i = 0; i < pairs.length; i += 2) {
            parameters.add(pairs[i], pairs[i + 1]);
        }
        return parameters;
    }

    /** Everything required of {@code every-component}, and the given. */
    static MultiValueMap<String, String> complete(String... pairs) {
        MultiValueMap<String, String> parameters =
                parameters("name", "联系人甲", "told", "true", "kind", "visit", "street", "", "_people", "1");
        parameters(pairs).forEach(parameters::put);
        return parameters;
    }

    static Map<String, String> errors(Forms.Submission submission) {
        return submission.errors().stream()
                .collect(Collectors.toMap(
                        Forms.FieldError::path, Forms.FieldError::text, (a, b) -> a + b, LinkedHashMap::new));
    }

    private static final class MyUploads implements Uploads {
        @Override
        public Map<UUID, String> loose(UUID staff) {
            return Map.of(MINE, "照片.jpg");
        }

        @Override
        public Optional<String> name(UUID file, Staff staff) {
            return file.equals(MINE) ? Optional.of("照片.jpg") : Optional.empty();
        }
    }

    /** FEEL as the engine brings it; the application's own parser lives in {@code workflow}. */
    private static final class Feel implements Formula.Parser {

        private final FeelEngineApi engine = FeelEngineBuilder.forJava().build();

        @Override
        public Formula parse(String expression) {
            var parsed = engine.parseExpression(expression.startsWith("=") ? expression.substring(1) : expression);
            if (parsed.isFailure()) {
                throw new IllegalArgumentException(parsed.failure().message());
            }
            return new Formula() {
                @Override
                public Object value(Map<String, ?> variables) {
                    var result = engine.evaluate(parsed.parsedExpression(), new HashMap<String, Object>(variables));
                    return result.isSuccess() ? result.result() : null;
                }

                @Override
                public boolean holds(Map<String, ?> variables) {
                    return Boolean.TRUE.equals(value(variables));
                }
            };
        }
    }
}
