package org.qipan;

import java.util.List;
import org.springframework.boot.context.event.ApplicationEnvironmentPreparedEvent;
import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.context.ApplicationListener;
import org.springframework.core.env.Environment;
import org.springframework.util.StringUtils;

/** What a node cannot work without, told before anything starts instead of by a failure far from its cause. */
final class RequiredSettings implements ApplicationListener<ApplicationEnvironmentPreparedEvent> {

    private static final List<Setting> ALL = List.of(
            new Setting("spring.datasource.url", "QIPAN_DATABASE_URL", "jdbc:postgresql://host:5432/qipan"),
            new Setting("qipan.keycloak.url", "QIPAN_KEYCLOAK_URL", "address of Keycloak as browsers reach it"),
            new Setting("qipan.keycloak.web-secret", "QIPAN_WEB_SECRET", "secret of the client app-web"),
            new Setting("qipan.keycloak.sync-secret", "QIPAN_SYNC_SECRET", "secret of the client app-sync"),
            new Setting("qipan.keycloak.leaver-secret", "QIPAN_LEAVER_SECRET", "secret of the client app-leaver"),
            new Setting("qipan.keycloak.staff-secret", "QIPAN_STAFF_SECRET", "secret of the client app-staff"),
            new Setting("qipan.vault.keys", "QIPAN_VAULT_KEYS", "file with the master key"));

    @Override
    public void onApplicationEvent(ApplicationEnvironmentPreparedEvent event) {
        Environment environment = event.getEnvironment();
        // The local run brings its own database and knows its secrets.
        if (environment.getProperty("qipan.local", Boolean.class, false)) {
            return;
        }
        List<Setting> missing = ALL.stream()
                .filter(setting -> !StringUtils.hasText(environment.getProperty(setting.property())))
                .toList();
        if (!missing.isEmpty()) {
            throw new Missing(missing);
        }
    }

    /** @param variable of the environment that sets the property @param meaning for whoever has to fill it in */
    private record Setting(String property, String variable, String meaning) {}

    /** Some settings are not set. */
    private static final class Missing extends RuntimeException {

        private static final long serialVersionUID = 1L;

        private final transient List<Setting> settings;

        Missing(List<Setting> settings) {
            super("not set: " + settings.stream().map(Setting::variable).toList());
            this.settings = settings;
        }
    }

    /** Prints them. */
    static final class Analyzer extends AbstractFailureAnalyzer<Missing> {

        @Override
        protected FailureAnalysis analyze(Throwable root, Missing cause) {
            StringBuilder lines = new StringBuilder("Qipan needs settings that are not set:");
            cause.settings.forEach(
                    setting -> lines.append("%n    %-20s %s".formatted(setting.variable(), setting.meaning())));
            return new FailureAnalysis(
                    lines.toString(),
                    "Set these variables of the environment (docs/operations.md), or use mvn spring-boot:test-run to try Qipan.",
                    cause);
        }
    }
}
