package org.qipan;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noFields;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaMethodCall;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import jakarta.annotation.Resource;
import jakarta.persistence.Entity;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.qipan.violations.EngineOutsideWorkflow;
import org.qipan.violations.InjectedField;
import org.qipan.violations.KeycloakOutsideIdentity;
import org.qipan.violations.ObjectSteps;
import org.qipan.violations.PublicController;
import org.qipan.violations.QueryExpression;
import org.qipan.violations.SleepingThread;
import org.qipan.violations.StreamedQuery;
import org.qipan.violations.TaskManager;
import org.qipan.violations.WallClock;
import org.qipan.violations.util.Anything;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.data.repository.Repository;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Controller;

/** The rules the compiler cannot keep. Each is shown to fail on a class of {@code org.qipan.violations}. */
class ArchitectureTests {

    private static final JavaClasses MAIN = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("org.qipan");

    static Stream<Rule> rules() {
        return Stream.of(
                new Rule(
                        noClasses()
                                .that()
                                .resideOutsideOfPackage("org.qipan.workflow")
                                .should()
                                .dependOnClassesThat()
                                .resideInAnyPackage("org.camunda..", "camundajar..")
                                .because("the way out of the engine is one package wide"),
                        EngineOutsideWorkflow.class),
                new Rule(
                        noClasses()
                                .that()
                                .resideOutsideOfPackage("org.qipan.identity")
                                .should()
                                .dependOnClassesThat()
                                .resideInAPackage("org.keycloak..")
                                .because("requests read our tables, so Keycloak may be down"),
                        KeycloakOutsideIdentity.class),
                new Rule(
                        noClasses()
                                .should()
                                .callMethod(JdbcClient.MappedQuerySpec.class, "stream")
                                .because("it keeps its connection until somebody closes it: list() does not"),
                        StreamedQuery.class),
                new Rule(
                        classes()
                                .that()
                                .areAnnotatedWith(Controller.class)
                                .or()
                                .areMetaAnnotatedWith(Controller.class)
                                .or()
                                .areAnnotatedWith(Entity.class)
                                .or()
                                .areAssignableTo(Repository.class)
                                .should()
                                .notBePublic()
                                .allowEmptyShould(true),
                        PublicController.class),
                new Rule(
                        noClasses()
                                .should()
                                .resideInAnyPackage(
                                        "..util..",
                                        "..utils..",
                                        "..impl..",
                                        "..dto..",
                                        "..common..",
                                        "..shared..",
                                        "..helper..")
                                .orShould()
                                .resideInAPackage("org.qipan.*.*..")
                                .because("a capability is one flat package"),
                        Anything.class),
                new Rule(
                        noClasses()
                                .should()
                                .haveNameMatching(
                                        ".*\\.(Abstract\\w*|\\w*(Manager|Helper|Utils?|Impl|Dto|Base|Data|Info))$"),
                        TaskManager.class),
                new Rule(
                        noFields()
                                .should()
                                .beAnnotatedWith(Autowired.class)
                                .orShould()
                                .beAnnotatedWith(Value.class)
                                .orShould()
                                .beAnnotatedWith(Resource.class)
                                .orShould()
                                .beAnnotatedWith(PersistenceContext.class),
                        InjectedField.class),
                new Rule(
                        noClasses()
                                .should()
                                .callMethodWhere(readsTheWallClock())
                                .orShould()
                                .callConstructor(java.util.Date.class)
                                .because("time comes from the Clock bean"),
                        WallClock.class),
                new Rule(
                        methods()
                                .that()
                                .areDeclaredInClassesThat()
                                .haveSimpleNameEndingWith("Steps")
                                .and()
                                .arePublic()
                                .should(new PlainSteps())
                                .allowEmptyShould(true),
                        ObjectSteps.class),
                new Rule(
                        noClasses()
                                .should()
                                .callMethodWhere(evaluatesAnExpressionInAQuery())
                                .because("CVE-2026-109432: nothing typed reaches an expression of a query"),
                        QueryExpression.class),
                new Rule(noClasses().should().callMethod(Thread.class, "sleep", long.class), SleepingThread.class));
    }

    @ParameterizedTest
    @MethodSource("rules")
    void isKept(Rule rule) {
        rule.rule().check(MAIN);
    }

    @ParameterizedTest
    @MethodSource("rules")
    void failsOnAViolation(Rule rule) {
        JavaClasses violation = new ClassFileImporter().importClasses(rule.violation());
        assertThat(rule.rule().evaluate(violation).hasViolation()).isTrue();
    }

    @Test
    void namesPackagesThatExist() {
        for (String name : List.of("workflow", "identity")) {
            assertThat(MAIN.stream().filter(type -> type.getPackageName().equals("org.qipan." + name)))
                    .hasSizeGreaterThan(1);
        }
    }

    private static DescribedPredicate<JavaMethodCall> readsTheWallClock() {
        return DescribedPredicate.describe("now() without a clock", call -> {
            var target = call.getTarget();
            String owner = target.getOwner().getName();
            boolean now = target.getName().equals("now")
                    && owner.startsWith("java.time.")
                    && target.getRawParameterTypes().stream().noneMatch(type -> type.isEquivalentTo(Clock.class));
            return now
                    || owner.equals("java.lang.System") && target.getName().equals("currentTimeMillis")
                    || owner.equals("java.time.Clock")
                            && Set.of("systemUTC", "systemDefaultZone").contains(target.getName());
        });
    }

    private static DescribedPredicate<JavaMethodCall> evaluatesAnExpressionInAQuery() {
        return DescribedPredicate.describe(
                "an expression in a query",
                call -> call.getTarget().getOwner().getName().startsWith("org.camunda.bpm.engine.")
                        && call.getTarget().getName().endsWith("Expression")
                        && call.getTarget().getOwner().getName().endsWith("Query"));
    }

    record Rule(ArchRule rule, Class<?> violation) {
        @Override
        public String toString() {
            return violation.getSimpleName();
        }
    }

    /** What a model can call: a public class, and parameters a model can hold. */
    private static final class PlainSteps
            extends com.tngtech.archunit.lang.ArchCondition<com.tngtech.archunit.core.domain.JavaMethod> {

        private static final Set<String> PLAIN = Set.of(
                "java.lang.String",
                "boolean",
                "int",
                "long",
                "java.lang.Boolean",
                "java.lang.Integer",
                "java.lang.Long");

        PlainSteps() {
            super("be callable from a model");
        }

        @Override
        public void check(
                com.tngtech.archunit.core.domain.JavaMethod method, com.tngtech.archunit.lang.ConditionEvents events) {
            boolean plain = method.getOwner().getModifiers().contains(JavaModifier.PUBLIC)
                    && method.getRawParameterTypes().stream().allMatch(type -> PLAIN.contains(type.getName()));
            if (!plain) {
                events.add(com.tngtech.archunit.lang.SimpleConditionEvent.violated(method, method.getFullName()));
            }
        }
    }
}
