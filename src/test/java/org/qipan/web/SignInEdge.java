package org.qipan.web;

import org.camunda.bpm.spring.boot.starter.CamundaBpmAutoConfiguration;
import org.qipan.TestDatabase;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.autoconfigure.data.jpa.JpaRepositoriesAutoConfiguration;
import org.springframework.boot.autoconfigure.orm.jpa.HibernateJpaAutoConfiguration;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Import;
import org.springframework.security.core.Authentication;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/** The outer edge of the product without what lies behind it: sign-in, sessions, headers and one page that says who is there. */
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
    StaffUsers.class,
    OidcSessions.class,
    SessionAgeFilter.class,
    LeaverFilter.class,
    KeycloakProbe.class,
    StepUp.class,
    SignInEdge.Page.class,
    TestDatabase.Connection.class
})
class SignInEdge {

    @RestController
    static class Page {

        @GetMapping("/")
        String whoIsThere(Authentication authentication) {
            return "signed in: " + authentication.getName() + " " + authentication.getAuthorities();
        }

        private final StepUp stepUp;

        Page(StepUp stepUp) {
            this.stepUp = stepUp;
        }

        @GetMapping("/stepped-up")
        String steppedUp(Authentication authentication) {
            return "fresh: " + stepUp.fresh(authentication);
        }

        @GetMapping("/token")
        String token(CsrfToken token) {
            return token.getToken();
        }

        @PostMapping("/change")
        String change() {
            return "changed";
        }
    }
}
