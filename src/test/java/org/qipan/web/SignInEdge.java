package org.qipan.web;

import static org.mockito.Mockito.mock;

import org.camunda.bpm.spring.boot.starter.CamundaBpmAutoConfiguration;
import org.qipan.TestDatabase;
import org.qipan.directory.Staffing;
import org.qipan.identity.StepUp;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.autoconfigure.data.jpa.JpaRepositoriesAutoConfiguration;
import org.springframework.boot.autoconfigure.orm.jpa.HibernateJpaAutoConfiguration;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;

/** The outer edge of the product without what lies behind it: sign-in, sessions and headers. */
@SpringBootConfiguration
@EnableAutoConfiguration(
        exclude = {
            CamundaBpmAutoConfiguration.class,
            HibernateJpaAutoConfiguration.class,
            JpaRepositoriesAutoConfiguration.class
        })
@EnableConfigurationProperties(KeycloakLogin.class)
@Import({
    WebConfiguration.class,
    SecurityConfiguration.class,
    SignInConfiguration.class,
    SignInController.class,
    OidcSessions.class,
    SessionAgeFilter.class,
    LeaverFilter.class,
    KeycloakProbe.class,
    StepUp.class,
    TestDatabase.Connection.class
})
class SignInEdge {

    /** Nobody signs in here, so nothing is ever asked of the directory. */
    @Bean
    StaffUsers nobody() {
        return new StaffUsers(mock(Staffing.class));
    }
}
