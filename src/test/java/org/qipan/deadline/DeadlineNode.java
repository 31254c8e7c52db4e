package org.qipan.deadline;

import java.util.Optional;
import javax.sql.DataSource;
import org.qipan.SettableClock;
import org.qipan.audit.Audit;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.annotation.EnableTransactionManagement;

/** One node's worth of this module, with its own cache and clock. */
@TestConfiguration
@EnableTransactionManagement(proxyTargetClass = true)
@Import({CalendarDays.class, WorkCalendar.class, CalendarEdits.class, CalendarSeed.class, Deadlines.class, Audit.class})
class DeadlineNode {

    static AnnotationConfigApplicationContext on(DataSource database) {
        AnnotationConfigApplicationContext node = new AnnotationConfigApplicationContext();
        node.registerBean(DataSource.class, () -> database);
        node.register(DeadlineNode.class);
        node.refresh();
        return node;
    }

    @Bean
    SettableClock clock() {
        return new SettableClock("2026-11-20T02:00:00Z");
    }

    @Bean
    DayNames names() {
        return name -> Optional.of("清查").filter(name::contains);
    }

    @Bean
    JdbcTemplate template(DataSource source) {
        return new JdbcTemplate(source);
    }

    @Bean
    JdbcClient client(JdbcTemplate template) {
        return JdbcClient.create(template);
    }

    @Bean
    PlatformTransactionManager transactions(DataSource source) {
        return new DataSourceTransactionManager(source);
    }
}
