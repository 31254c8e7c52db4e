package org.qipan.channel;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.qipan.SettableClock;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.test.context.ConfigDataApplicationContextInitializer;
import org.springframework.boot.test.context.assertj.AssertableApplicationContext;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.context.ApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;

/** What application.yml and the variables of the manual make of it. */
class SettingsTests {

    private final ApplicationContextRunner node = new ApplicationContextRunner()
            .withInitializer(new ConfigDataApplicationContextInitializer())
            .withUserConfiguration(Wiring.class);

    @Test
    void nothingIsSentUntilAWayOutIsConfigured() {
        node.run(started -> {
            assertThat(channels(started).none()).isTrue();
        });
    }

    @Test
    void theVariablesOfTheManualConfigureEachWay(@TempDir Path folder) throws Exception {
        Path key = Files.writeString(folder.resolve("key"), "a secret of a gateway");
        node.withPropertyValues(
                        "QIPAN_SMS_URL=https://sms.example/send",
                        "QIPAN_SMS_SECRET_FILE=" + key,
                        "QIPAN_CHAT_URL=https://chat.example/hook",
                        "QIPAN_CHAT_SECRET=another secret of a gateway",
                        "QIPAN_MAIL_HOST=mail.example",
                        "QIPAN_MAIL_FROM=qipan@example.org",
                        "QIPAN_NOTICE_FILE=" + folder.resolve("notices.jsonl"))
                .run(started -> {
                    assertThat(channels(started).codes()).containsExactly("sms", "chat", "mail", "file");
                    ChannelProperties settings = started.getBean(ChannelProperties.class);
                    assertThat(settings.sms().key())
                            .isEqualTo("a secret of a gateway".getBytes(StandardCharsets.UTF_8));
                    assertThat(settings.mail().tls())
                            .as("encrypted unless somebody says otherwise")
                            .isTrue();
                });
    }

    @Test
    void aNodeDoesNotStartWithAWayOutThatIsNotSafe() {
        refuses("https://", "QIPAN_SMS_URL=http://sms.example", "QIPAN_SMS_SECRET=a secret of a gateway");
        refuses("at least 16", "QIPAN_CHAT_URL=https://chat.example", "QIPAN_CHAT_SECRET=short");
        refuses("from is missing", "QIPAN_MAIL_HOST=mail.example");
    }

    private void refuses(String why, String... properties) {
        Consumer<AssertableApplicationContext> refused = started -> assertThat(started.getStartupFailure())
                .rootCause()
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(why);
        node.withPropertyValues(properties).run(refused::accept);
    }

    private static Channels channels(ApplicationContext started) {
        return started.getBean(Channels.class);
    }

    /** Not a configuration by annotation: a scan of the whole application must not find it. */
    @EnableConfigurationProperties(ChannelProperties.class)
    @Import(Channels.class)
    static class Wiring {

        @Bean
        SettableClock clock() {
            return new SettableClock("2026-11-20T02:00:00Z");
        }
    }
}
