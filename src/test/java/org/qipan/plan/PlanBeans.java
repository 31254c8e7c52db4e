package org.qipan.plan;

import java.util.Optional;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;

/** The beans of the plan; one word is forbidden. */
@TestConfiguration(proxyBeanMethods = false)
@Import({
    Plans.class,
    PlanStore.class,
    PlanRules.class,
    PlanVocabulary.class,
    PlanSamples.class,
    PlanTexts.class,
    PlanText.class,
    PlanChoices.class,
    PlanDrafts.class,
    PlanPage.class,
    PlanPen.class,
    LibraryFiles.class,
    LibraryPicker.class,
    DutyItems.class,
    UnsavedSections.class,
    PlanController.class,
    PlanActController.class,
    DutyController.class
})
public class PlanBeans {

    @Bean
    PlanWords words() {
        return text -> Optional.of("双查").filter(text::contains);
    }
}
