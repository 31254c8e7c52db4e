package org.qipan;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ProcessModelTests {

    private static final Path PROCESSES = Path.of("processes");
    private static final Path FORMS = Path.of("forms");
    private static final Path RELEASED = Path.of("src/test/resources/released");
    private static final Path VIOLATIONS = Path.of("src/test/resources/violations/processes");

    @Test
    void everyModelFitsTheCodeTheFormsAndTheRealm() throws IOException {
        assertThat(ProjectFiles.below(PROCESSES, ".bpmn")).isNotEmpty();
        assertThat(problems(PROCESSES)).isEmpty();
    }

    /** Instances started on an older release still call these methods. */
    @Test
    void everyReleasedModelStillFindsWhatItCalls() throws IOException {
        List<String> problems = new ArrayList<>();
        for (Path model : ProjectFiles.below(RELEASED, ".bpmn")) {
            problems.addAll(ModelCheck.problems(model, model.resolveSibling("../forms"), roles()));
        }
        assertThat(problems).isEmpty();
    }

    @Test
    void everyFormIsNamedAsItsFile() throws IOException {
        for (Path form : ProjectFiles.below(FORMS, ".form")) {
            JsonNode json = new ObjectMapper().readTree(form.toFile());
            assertThat(form.getFileName()).hasToString(json.path("id").asText() + ".form");
            assertThat(json.path("components")).isNotEmpty();
        }
    }

    @Test
    void noticesEverythingThatIsWrongWithABadModel() throws IOException {
        assertThat(problems(VIOLATIONS))
                .contains(
                        "wrong is not the name of the file",
                        "wrong has no time to live",
                        "A is not named Type_Name",
                        "A is not drawn",
                        "A has no Chinese label",
                        "A is for a role that is not in the realm: mayor",
                        "A has no form nowhere",
                        "A does not keep its form over releases",
                        "${noSteps.run(a)} calls nothing",
                        "${campaignSteps.issue()} calls nothing",
                        "F3 does not say when it is taken",
                        "F3 has no condition");
    }

    @Test
    void everyDecisionIsATableInFeelWithoutAGap() throws IOException {
        assertThat(ProjectFiles.below(PROCESSES, ".dmn")).isNotEmpty();
        for (Path file : ProjectFiles.below(PROCESSES, ".dmn")) {
            assertThat(DecisionCheck.problems(file)).isEmpty();
        }
    }

    @Test
    void noticesEverythingThatIsWrongWithABadDecision() {
        assertThat(DecisionCheck.problems(VIOLATIONS.resolve("bad.dmn")))
                .contains(
                        "bad.dmn holds no decision of its name",
                        "bad.dmn is not FEEL",
                        "worse has no Chinese label",
                        "worse has no time to live",
                        "worse is not drawn",
                        "worse hits more than one rule",
                        "I has no Chinese label",
                        "R1 does not say what it is about",
                        "R2 is never reached",
                        "worse leaves a gap");
    }

    private static List<String> problems(Path folder) throws IOException {
        List<String> problems = new ArrayList<>();
        for (Path model : ProjectFiles.below(folder, ".bpmn")) {
            problems.addAll(ModelCheck.problems(model, FORMS, roles()));
        }
        return problems;
    }

    private static Set<String> roles() throws IOException {
        Set<String> roles = new HashSet<>();
        new ObjectMapper()
                .readTree(Path.of("keycloak/qipan-realm.json").toFile())
                .path("roles")
                .path("realm")
                .forEach(role -> roles.add(role.path("name").asText()));
        return roles;
    }
}
