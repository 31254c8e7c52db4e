package org.qipan.problem;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.qipan.audit.Audit;
import org.qipan.directory.Colleagues;
import org.qipan.directory.CurrentStaff;
import org.qipan.directory.Directory;
import org.qipan.directory.Staff;
import org.qipan.task.DemoDesk;
import org.qipan.vault.CaseSeal;
import org.qipan.vault.Seal;
import org.qipan.vault.TestSeal;
import org.qipan.workflow.EngineContext;
import org.springframework.context.MessageSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.ComponentScan.Filter;
import org.springframework.context.annotation.FilterType;
import org.springframework.context.annotation.Import;
import org.springframework.context.support.ResourceBundleMessageSource;

/**
 * Problems as they are wired, from the pages to the engine and the database; only the directory and the person asking are stand-ins. Not
 * a configuration by annotation: a scan of the whole application must not find these.
 */
@ComponentScan({
    "org.qipan.problem",
    "org.qipan.task",
    "org.qipan.desk",
    "org.qipan.worklist",
    "org.qipan.file",
    "org.qipan.casefile",
    "org.qipan.form"
})
@ComponentScan(
        basePackages = {"org.qipan.deadline", "org.qipan.term", "org.qipan.workflow"},
        useDefaultFilters = false,
        includeFilters =
                @Filter(
                        type = FilterType.REGEX,
                        pattern =
                                "org\\.qipan\\..*\\.(Deadlines|WorkCalendar|CalendarDays|EngineTasks|Terms|TermTable)"))
@Import({EngineContext.class, DemoDesk.class, ProblemStory.class, Audit.class, Colleagues.class})
class ProblemNode {

    @Bean
    Directory directory() {
        return new Ladder();
    }

    @Bean
    Seal seal() {
        return TestSeal.made();
    }

    @Bean
    CaseSeal caseSeal() {
        return TestSeal.cases();
    }

    @Bean
    Someone someone() {
        return new Someone();
    }

    @Bean
    ObjectMapper json() {
        return new ObjectMapper();
    }

    @Bean
    MessageSource messageSource() {
        ResourceBundleMessageSource messages = new ResourceBundleMessageSource();
        for (String bundle : List.of(
                "problem",
                "task",
                "casefile",
                "deadline",
                "desk",
                "form",
                "file",
                "workflow",
                "directory",
                "vocabulary")) {
            messages.addBasenames("messages/" + bundle);
        }
        messages.setDefaultEncoding("UTF-8");
        messages.setFallbackToSystemLocale(false);
        return messages;
    }

    static final class Someone implements CurrentStaff {
        volatile Staff now = new Staff(new UUID(0, 0), "nobody", "nobody", true, List.of());

        @Override
        public Staff get() {
            return now;
        }

        @Override
        public Optional<Staff> find() {
            return Optional.of(now);
        }
    }
}
