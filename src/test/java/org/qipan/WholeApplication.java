package org.qipan;

import org.junit.jupiter.api.Tag;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/**
 * The whole product with real PostgreSQL and real Keycloak, started once a build: every test class below has the same context. The realm
 * sends people back to one port only, so nothing about the context may differ between them.
 */
@Tag("keycloak")
@SpringBootTest(classes = QipanApplication.class, webEnvironment = WebEnvironment.DEFINED_PORT)
@Import({TestDatabase.Connection.class, SignInProbe.class})
public abstract class WholeApplication {

    @DynamicPropertySource
    static void keycloak(DynamicPropertyRegistry registry) {
        TestKeycloak.register(registry);
    }
}
