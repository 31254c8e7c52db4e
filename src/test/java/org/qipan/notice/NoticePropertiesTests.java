package org.qipan.notice;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.test.context.ConfigDataApplicationContextInitializer;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;

class NoticePropertiesTests {

    private final ApplicationContextRunner node = new ApplicationContextRunner()
            .withInitializer(new ConfigDataApplicationContextInitializer())
            .withUserConfiguration(Wiring.class);

    @Test
    void theDigestGoesAtNineUnlessSomebodySaysOtherwise() {
        node.run(started ->
                assertThat(started.getBean(NoticeProperties.class).hour()).isEqualTo(9));
    }

    @Test
    void aNodeDoesNotStartWithADigestInQuietHours() {
        node.withPropertyValues("qipan.notice.hour=22")
                .run(started -> assertThat(started.getStartupFailure())
                        .rootCause()
                        .isInstanceOf(IllegalArgumentException.class)
                        .hasMessageContaining("8 to 19"));
    }

    /** Not a configuration by annotation: a scan of the whole application must not find it. */
    @EnableConfigurationProperties(NoticeProperties.class)
    static class Wiring {}
}
