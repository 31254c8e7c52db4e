package org.qipan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.DefaultBootstrapContext;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.context.event.ApplicationEnvironmentPreparedEvent;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.core.env.MapPropertySource;
import org.springframework.core.env.StandardEnvironment;

@ExtendWith(OutputCaptureExtension.class)
class RequiredSettingsTests {

    private static final Map<String, Object> COMPLETE = Map.of(
            "spring.datasource.url", "jdbc:postgresql://database/qipan",
            "qipan.keycloak.url", "https://login.example",
            "qipan.keycloak.web-secret", "one",
            "qipan.keycloak.sync-secret", "two",
            "qipan.keycloak.leaver-secret", "three",
            "qipan.keycloak.staff-secret", "four",
            "qipan.vault.keys", "/etc/qipan/vault/keys");

    @Test
    void letsACompleteEnvironmentAndTheLocalRunPass() {
        assertThatCode(() -> prepared(COMPLETE)).doesNotThrowAnyException();
        assertThatCode(() -> prepared(Map.of("qipan.local", "true"))).doesNotThrowAnyException();
    }

    @Test
    void namesEveryVariableThatIsMissing() {
        assertThatThrownBy(() -> prepared(Map.of("spring.datasource.url", " ", "qipan.keycloak.web-secret", "one")))
                .hasMessage(
                        "not set: [QIPAN_DATABASE_URL, QIPAN_KEYCLOAK_URL, QIPAN_SYNC_SECRET, QIPAN_LEAVER_SECRET, QIPAN_STAFF_SECRET, QIPAN_VAULT_KEYS]");
    }

    /** Two libraries for one logging interface once swallowed every report of a failed start. */
    @Test
    void printsWhyItDoesNotStart(CapturedOutput output) {
        var application = new SpringApplication(QipanApplication.class);
        application.addListeners(new RequiredSettings());
        assertThatThrownBy(() -> application.run("--qipan.keycloak.url=", "--spring.datasource.url="));
        assertThat(output).contains("APPLICATION FAILED TO START", "QIPAN_KEYCLOAK_URL", "docs/operations.md");
    }

    private static void prepared(Map<String, Object> properties) {
        var environment = new StandardEnvironment();
        environment.getPropertySources().addFirst(new MapPropertySource("test", properties));
        var event = new ApplicationEnvironmentPreparedEvent(
                new DefaultBootstrapContext(), new SpringApplication(), new String[0], environment);
        new RequiredSettings().onApplicationEvent(event);
    }
}
