package org.qipan;

import java.util.Arrays;
import java.util.TimeZone;
import java.util.stream.Stream;
import org.qipan.campaign.Demo;
import org.qipan.campaign.DemoCampaign;
import org.springframework.boot.ApplicationRunner;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.jdbc.JdbcConnectionDetails;
import org.springframework.boot.logging.LogLevel;
import org.springframework.boot.logging.LoggingSystem;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;

/** The whole product on one machine: {@code mvn spring-boot:test-run}. */
public class TestQipanApplication {

    private static LocalRun run;

    public static void main(String[] args) {
        TimeZone.setDefault(TimeZone.getTimeZone("Asia/Shanghai"));
        LoggingSystem.get(TestQipanApplication.class.getClassLoader()).setLogLevel("io.zonky", LogLevel.WARN);
        try {
            run = LocalRun.start();
            // Runs after the application's own shutdown, so that it never loses its database while it stops.
            SpringApplication.getShutdownHandlers().add(run::close);
            String[] all =
                    Stream.concat(run.settings().stream(), Arrays.stream(args)).toArray(String[]::new);
            SpringApplication.from(QipanApplication::main).with(Local.class).run(all);
            run.awaitKeycloak();
            run.printBox();
        } catch (LocalProblem problem) {
            System.err.println();
            System.err.println("[qipan] " + problem.getMessage());
            System.err.println("[qipan] " + problem.remedy());
            System.err.println();
            System.exit(1);
        } catch (RuntimeException e) {
            if (run == null) {
                e.printStackTrace();
            }
            // Spring has said what is wrong; the exit lets the shutdown handler stop what was started.
            System.exit(1);
        }
    }

    @TestConfiguration(proxyBeanMethods = false)
    @Import(Demo.class)
    static class Local {

        /** A demo that does not load is told of and does not keep the product from starting. */
        @Bean
        ApplicationRunner loadDemo(DemoCampaign demo) {
            return arguments -> {
                try {
                    demo.load(LocalRun::say);
                } catch (RuntimeException e) {
                    LocalRun.say("Demo: not loaded. Qipan starts without it.");
                    e.printStackTrace();
                }
            };
        }

        @Bean
        JdbcConnectionDetails localDatabase() {
            return new JdbcConnectionDetails() {
                @Override
                public String getUsername() {
                    return run.postgres().user();
                }

                @Override
                public String getPassword() {
                    return "";
                }

                @Override
                public String getJdbcUrl() {
                    return run.postgres().jdbcUrl();
                }
            };
        }
    }
}
