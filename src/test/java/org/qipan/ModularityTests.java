package org.qipan;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.springframework.modulith.core.ApplicationModule;
import org.springframework.modulith.core.ApplicationModules;

class ModularityTests {

    private final ApplicationModules modules = ApplicationModules.of(QipanApplication.class);

    @Test
    void callsGoDownOnlyAndTouchNoInternals() {
        modules.verify();
    }

    @Test
    void everyModuleDeclaresWhatItMayUse() {
        assertThat(modules.stream().map(ApplicationModule::getBasePackage))
                .isNotEmpty()
                .allSatisfy(module -> assertThat(
                                module.findAnnotation(org.springframework.modulith.ApplicationModule.class))
                        .as(module.getName())
                        .hasValueSatisfying(declared -> assertThat(declared.allowedDependencies())
                                .doesNotContain(org.springframework.modulith.ApplicationModule.OPEN_TOKEN)));
    }
}
