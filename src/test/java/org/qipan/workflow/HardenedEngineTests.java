package org.qipan.workflow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.ProcessEngineException;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.jdbc.core.simple.JdbcClient;

@SpringBootTest(
        classes = {EngineContext.class, HardenedEngineTests.Steps.class},
        properties = EngineContext.NO_JOBS)
class HardenedEngineTests {

    @Autowired
    private ProcessEngine engine;

    @Autowired
    private EngineFixture fixture;

    @Autowired
    private Workflow workflow;

    @Autowired
    private JdbcClient jdbc;

    @BeforeEach
    void oneInstanceWithATask() {
        if (!fixture.runs("hardened", "h")) {
            fixture.deploy("hardened", Models.twoTasks("hardened"));
            workflow.start("hardened", "h", Map.of("role", "village-worker", "unit", "442000007001"));
        }
    }

    /** CVE-2026-109432: conditions joined by or() skip the engine's own ban on expressions in queries. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "${''.getClass().forName('java.lang.Runtime')}",
                "${''.class}",
                "${dataSource}",
                "${environment.systemProperties}",
                "${execution.processEngineServices}"
            })
    void expressionsHiddenInAnOrQueryReachNothing(String exploit) {
        assertThatThrownBy(() -> engine.getTaskService()
                        .createTaskQuery()
                        .or()
                        .dueAfterExpression(exploit)
                        .endOr()
                        .listPage(0, 1))
                .isInstanceOf(ProcessEngineException.class)
                .hasStackTraceContaining(".jakarta.el.");
    }

    @Test
    void plainQueriesRefuseExpressions() {
        assertThatThrownBy(() -> engine.getTaskService()
                        .createTaskQuery()
                        .dueAfterExpression("${now()}")
                        .listPage(0, 1))
                .hasMessageContaining("Expressions are forbidden");
    }

    @Test
    void modelsCallStepsAndNoOtherBean() {
        fixture.deploy(
                "calling",
                Models.single("calling", "<serviceTask id='A' camunda:expression='${allowedSteps.note(unit)}' />"));
        workflow.start("calling", "c", Map.of("unit", "442000007002"));
        assertThat(Noting.NOTED).contains("442000007002");

        fixture.deploy(
                "forbidden", Models.single("forbidden", "<serviceTask id='A' camunda:expression='${forbidden}' />"));
        assertThatThrownBy(() -> workflow.start("forbidden", "f", Map.of()))
                .hasStackTraceContaining("Cannot resolve identifier 'forbidden'");
    }

    @Test
    void storesNoJavaObjects() {
        for (Object value : List.of(new ArrayList<>(List.of("x")), LocalDate.of(2018, 6, 6))) {
            assertThatThrownBy(() -> workflow.start("hardened", "objects", Map.of("value", value)))
                    .isInstanceOf(ProcessEngineException.class);
        }
        assertThat(fixture.runs("hardened", "objects")).isFalse();
    }

    @Test
    void deserialisesNoClass() {
        var settings = (ProcessEngineConfigurationImpl) engine.getProcessEngineConfiguration();
        assertThat(settings.isDeserializationTypeValidationEnabled()).isTrue();
        assertThat(settings.getDeserializationTypeValidator().validate("java.lang.String"))
                .isFalse();
        assertThat(settings.isJavaSerializationFormatEnabled()).isFalse();
    }

    @Test
    void keepsNoUsersAndNoCases() {
        assertThat(jdbc.sql("select count(*) from pg_tables where tablename like 'act\\_%' and schemaname = 'public'")
                        .query(Integer.class)
                        .single())
                .isEqualTo(38);
        assertThat(jdbc.sql("select count(*) from pg_tables where tablename ~ '^act_(id|.*case)'")
                        .query(Integer.class)
                        .single())
                .isZero();
        var settings = (ProcessEngineConfigurationImpl) engine.getProcessEngineConfiguration();
        assertThat(settings.isDbIdentityUsed()).isFalse();
        assertThat(settings.isAuthorizationEnabled()).isFalse();
        assertThat(settings.isCmmnEnabled()).isFalse();
    }

    @Test
    void makesNoTasksOutsideProcesses() {
        assertThatThrownBy(() ->
                        engine.getTaskService().saveTask(engine.getTaskService().newTask()))
                .hasMessageContaining("standalone");
    }

    @Test
    void limitsWhatAQueryMayReturn() {
        engine.getIdentityService().setAuthenticatedUserId("someone");
        try {
            assertThatThrownBy(() -> engine.getTaskService().createTaskQuery().list())
                    .hasMessageContaining("unbound number of results");
            assertThatThrownBy(() -> engine.getTaskService().createTaskQuery().listPage(0, 201))
                    .hasMessageContaining("Max results limit of 200 exceeded");
        } finally {
            engine.getIdentityService().clearAuthentication();
        }
    }

    @Test
    void readsNoExternalEntities() {
        String model = Models.twoTasks("external")
                .replaceFirst("<definitions", "<!DOCTYPE d [<!ENTITY x SYSTEM \"file:///etc/passwd\">]>\n<definitions")
                .replaceFirst("id=\"First\"", "id=\"First\" name=\"&x;\"");
        assertThatThrownBy(() -> fixture.deploy("external", model)).isInstanceOf(ProcessEngineException.class);
    }

    @Test
    void demandsATimeToLiveOfEveryModel() {
        String model = Models.twoTasks("forever").replace("camunda:historyTimeToLive=\"P1D\"", "");
        assertThatThrownBy(() -> fixture.deploy("forever", model)).hasMessageContaining("historyTimeToLive");
    }

    @Test
    void forgetsAtNightWhatEndedLongerAgoThanItsModelKeepsIt() {
        fixture.deploy(
                "ending",
                Models.single("ending", "<serviceTask id='A' camunda:expression='${allowedSteps.note(unit)}' />"));
        for (String ref : List.of("old", "young")) {
            workflow.start("ending", ref, Map.of("unit", "442000007003"));
        }
        jdbc.sql("update act_hi_procinst set end_time_ = end_time_ - interval '2 days' where business_key_ = 'old'")
                .update();
        String cleanup = engine.getHistoryService().cleanUpHistoryAsync(true).getId();
        engine.getManagementService().executeJob(cleanup);

        assertThat(jdbc.sql("select business_key_ from act_hi_procinst where proc_def_key_ = 'ending'")
                        .query(String.class)
                        .list())
                .containsExactly("young");
        assertThat(jdbc.sql("select count(distinct proc_inst_id_) from act_hi_actinst where proc_def_key_ = 'ending'")
                        .query(Integer.class)
                        .single())
                .isOne();
    }

    @Test
    void writesNoErrorForAStaleTab() {
        assertThat(engine.getProcessEngineConfiguration().isEnableCmdExceptionLogging())
                .isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "org.camunda.bpm.spring.boot.starter.webapp.CamundaBpmWebappAutoConfiguration",
                "org.camunda.bpm.spring.boot.starter.rest.CamundaBpmRestJerseyAutoConfiguration",
                "org.camunda.bpm.engine.rest.ProcessEngineRestService",
                "org.camunda.connect.Connectors",
                "org.camunda.bpm.webapp.impl.security.auth.AuthenticationFilter",
                "org.camunda.bpm.identity.impl.ldap.LdapIdentityProviderSession",
                "groovy.lang.GroovyShell",
                "org.graalvm.polyglot.Context",
                "freemarker.template.Template",
                "org.h2.server.web.JakartaWebServlet",
                "org.springframework.boot.devtools.RemoteSpringApplication"
            })
    void isNotOnTheClassPath(String name) {
        assertThatThrownBy(() -> Class.forName(name)).isInstanceOf(ClassNotFoundException.class);
    }

    @TestConfiguration(proxyBeanMethods = false)
    static class Steps {

        @Bean
        Noting allowedSteps() {
            return new Noting();
        }

        @Bean
        Noting forbidden() {
            return new Noting();
        }
    }

    public static class Noting {
        static final List<String> NOTED = new ArrayList<>();

        public void note(String unit) {
            NOTED.add(unit);
        }
    }
}
