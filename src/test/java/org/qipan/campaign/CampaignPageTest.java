package org.qipan.campaign;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.qipan.TestDatabase;
import org.springframework.boot.test.autoconfigure.jdbc.AutoConfigureTestDatabase;
import org.springframework.boot.test.autoconfigure.orm.jpa.DataJpaTest;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.junit.jupiter.SpringExtension;

/** Looks at pages through {@link CampaignPages}: open before each test, left after it. The context's classes are named beside it. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@DataJpaTest(properties = "spring.jpa.hibernate.ddl-auto=none")
@AutoConfigureTestDatabase(replace = AutoConfigureTestDatabase.Replace.NONE)
@Import(TestDatabase.Connection.class)
@ExtendWith(CampaignPageTest.Opened.class)
public @interface CampaignPageTest {

    class Opened implements BeforeEachCallback, AfterEachCallback {

        @Override
        public void beforeEach(ExtensionContext test) {
            pages(test).open();
        }

        @Override
        public void afterEach(ExtensionContext test) {
            pages(test).leave();
        }

        private static CampaignPages pages(ExtensionContext test) {
            return SpringExtension.getApplicationContext(test).getBean(CampaignPages.class);
        }
    }
}
