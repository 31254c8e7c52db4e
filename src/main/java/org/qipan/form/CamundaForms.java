package org.qipan.form;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.qipan.directory.CurrentStaff;
import org.qipan.workflow.Formula;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Service;
import org.springframework.util.MultiValueMap;

/** Forms as Camunda Modeler writes them. */
@Service
class CamundaForms implements Forms {

    private static final int CACHED = 200;

    private final Formulas formulas;
    private final FormFile file;
    private final Words words;
    private final Choices choices;
    private final Clock clock;
    private final Map<String, Form> parsed = Collections.synchronizedMap(new LinkedHashMap<>(64, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Form> eldest) {
            return size() > CACHED;
        }
    });

    CamundaForms(
            Formula.Parser parser,
            MessageSource messages,
            Optional<Uploads> uploads,
            CurrentStaff current,
            Clock clock) {
        this.formulas = new Formulas(parser);
        this.file = new FormFile(formulas);
        this.words = new Words(messages);
        this.choices = new Choices(formulas, uploads, current);
        this.clock = clock;
    }

    @Override
    public Form parse(String json) {
        return parsed.computeIfAbsent(json, file::read);
    }

    @Override
    public Form named(String id) {
        if (!id.matches("[A-Za-z0-9_-]{1,80}")) {
            throw new IllegalArgumentException("no form of this name");
        }
        try (InputStream stream = getClass().getResourceAsStream("/forms/" + id + ".form")) {
            if (stream == null) {
                throw new IllegalArgumentException("no form " + id);
            }
            return parse(new String(stream.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public FormView view(Form form, Map<String, ?> values, Map<String, String> sources, List<FieldError> errors) {
        Map<String, Object> answers = Answers.of(form.components(), values);
        fillIn(form.components(), answers);
        Visibility visibility = Visibility.of(form, answers, values, formulas);
        Map<String, String> byPath =
                errors.stream().collect(Collectors.toMap(FieldError::path, FieldError::text, (first, next) -> first));
        Showing showing = new Showing(formulas, words, choices, visibility, values, sources, byPath);
        return new FormView(
                form.id(), showing.fields(form.components(), answers, ""), errors, conditional(form.components()));
    }

    @Override
    public Submission read(Form form, MultiValueMap<String, String> parameters, Map<String, ?> context) {
        Map<String, Object> answers = Answers.of(form.components(), parameters, "");
        if (parameters.containsKey("_add") || parameters.containsKey("_remove") || parameters.containsKey("_refresh")) {
            Answers.change(answers, parameters);
            return new Submission(Map.of(), typed(form, answers, context), List.of(), true);
        }
        return read(form, answers, context, true);
    }

    @Override
    public Submission read(Form form, Map<String, ?> values, Map<String, ?> context) {
        return read(form, Answers.of(form.components(), values), context, false);
    }

    private Submission read(Form form, Map<String, Object> typed, Map<String, ?> context, boolean page) {
        Map<String, Object> answers = new LinkedHashMap<>(typed);
        readonly(form.components(), answers, context);
        Visibility visibility = Visibility.of(form, answers, context, formulas);
        Reading reading = new Reading(formulas, words, new Check(clock, choices, context), visibility, page);
        Map<String, Object> accepted = reading.accept(form.components(), answers, "", false);
        return new Submission(accepted, typed(form, answers, context), List.copyOf(reading.errors()));
    }

    private static Map<String, Object> typed(Form form, Map<String, Object> answers, Map<String, ?> context) {
        Map<String, Object> typed = new HashMap<>(context);
        Map<String, Object> own = new LinkedHashMap<>(answers);
        readonly(form.components(), own, context);
        typed.putAll(own);
        return typed;
    }

    // what may not be typed is taken from the server's own knowledge, whatever the browser sent
    private static void readonly(List<Component> components, Map<String, Object> answers, Map<String, ?> context) {
        for (Component component : components) {
            if (component.key() == null) {
                readonly(component.components(), answers, context);
            } else if (component.readonly()) {
                answers.remove(component.key());
                answers.putAll(Answers.of(List.of(component), context));
            } else if (component.type().equals("dynamiclist")) {
                rows(component, component.key(), answers, context);
            }
        }
    }

    private static void rows(Component list, String key, Map<String, Object> answers, Map<String, ?> context) {
        List<?> known = list.fixed() && context.get(key) instanceof List<?> rows ? rows : List.of();
        List<Map<String, Object>> rows = new ArrayList<>(Answers.rows(answers, key));
        if (list.fixed()) {
            while (rows.size() < known.size()) {
                rows.add(new LinkedHashMap<>());
            }
            rows = rows.subList(0, known.size());
        }
        for (int i = 0; i < rows.size(); i++) {
            Map<String, Object> row = new LinkedHashMap<>(rows.get(i));
            readonly(
                    list.components(),
                    row,
                    i < known.size() && known.get(i) instanceof Map<?, ?> map ? texts(map) : Map.of());
            rows.set(i, row);
        }
        if (answers.containsKey(key) || list.fixed()) {
            answers.put(key, rows);
        }
    }

    private static Map<String, Object> texts(Map<?, ?> row) {
        Map<String, Object> texts = new HashMap<>();
        row.forEach((key, value) -> texts.put(String.valueOf(key), value));
        return texts;
    }

    private static void fillIn(List<Component> components, Map<String, Object> answers) {
        for (Component component : components) {
            if (component.key() == null) {
                fillIn(component.components(), answers);
            } else if (component.type().equals("dynamiclist")) {
                if (!answers.containsKey(component.key())) {
                    answers.put(component.key(), blankRows(component));
                }
                Answers.rows(answers, component.key()).forEach(row -> fillIn(component.components(), row));
            } else if (component.defaultValue() != null && !answers.containsKey(component.key())) {
                answers.putAll(Answers.of(List.of(component), Map.of(component.key(), component.defaultValue())));
            }
        }
    }

    private static List<Map<String, Object>> blankRows(Component list) {
        int count = list.defaultValue() instanceof Integer number ? Math.min(number, 20) : 1;
        List<Map<String, Object>> rows = new ArrayList<>();
        for (int i = 0; i < count && !list.readonly(); i++) {
            rows.add(new LinkedHashMap<>());
        }
        return rows;
    }

    private static boolean conditional(List<Component> components) {
        return components.stream().anyMatch(c -> c.hide() != null || conditional(c.components()));
    }
}
