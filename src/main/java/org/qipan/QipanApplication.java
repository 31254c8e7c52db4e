package org.qipan;

import java.util.TimeZone;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import org.springframework.modulith.Modulithic;
import org.springframework.scheduling.annotation.EnableScheduling;

/** Starts Qipan: workflow and case management for the staff who serve migrant residents. */
@SpringBootApplication
@Modulithic(systemName = "Qipan")
@ConfigurationPropertiesScan
@EnableScheduling
public class QipanApplication {

    public static void main(String[] args) {
        // The engine stores timestamps without a zone, so the zone must be the same wherever a node runs.
        TimeZone.setDefault(TimeZone.getTimeZone("Asia/Shanghai"));
        var application = new SpringApplication(QipanApplication.class);
        application.addListeners(new RequiredSettings());
        application.run(args);
    }
}
