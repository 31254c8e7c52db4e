package org.qipan.file;

import org.qipan.casefile.CaseTexts;
import org.qipan.casefile.TestTexts;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The beans of files, for tests of the modules above. */
@TestConfiguration(proxyBeanMethods = false)
@Import({FileRows.class, Files.class, FormUploads.class, FileController.class})
public class FileBeans {

    @Bean
    CaseTexts caseTexts(JdbcClient jdbc) {
        return TestTexts.of(jdbc);
    }
}
