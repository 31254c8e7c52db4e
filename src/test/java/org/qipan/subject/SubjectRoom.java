package org.qipan.subject;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.qipan.PageTest;
import org.qipan.SettableClock;
import org.qipan.audit.Actor;
import org.qipan.audit.Audit;
import org.qipan.audit.CurrentActor;
import org.qipan.casefile.Vocabulary;
import org.qipan.directory.CurrentStaff;
import org.qipan.directory.Post;
import org.qipan.directory.Staff;
import org.qipan.directory.TestUnits;
import org.qipan.term.TermTestBeans;
import org.springframework.context.annotation.Bean;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.request.AbstractMockHttpServletRequestBuilder;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ModelAttribute;

/** The pages of subjects on a database of their own. */
final class SubjectRoom {

    static final Staff ADMIN =
            new Staff(UUID.randomUUID(), "admin", "admin", true, List.of(new Post("system-admin", "442000007000")));

    final PageTest pages = PageTest.of(
            TestUnits.database(),
            SubjectController.class,
            SubjectEditController.class,
            SubjectImportController.class,
            SubjectPages.class,
            SubjectOffices.class,
            SubjectWorkbook.class,
            SubjectFile.class,
            SubjectImports.class,
            SubjectEdits.class,
            SubjectRules.class,
            SubjectTerms.class,
            TermTestBeans.class,
            SubjectTable.class,
            Subjects.class,
            Audit.class,
            Vocabulary.class,
            OnceKeys.class,
            Someone.class);

    <T> T bean(Class<T> type) {
        return pages.bean(type);
    }

    void on(String moment) {
        bean(SettableClock.class).set(moment);
    }

    MockHttpServletResponse as(String role, AbstractMockHttpServletRequestBuilder<?> request) throws Exception {
        MockHttpServletResponse answer = pages.mvc()
                .perform(request.with(csrf()).with(user("x").roles(role)))
                .andReturn()
                .getResponse();
        answer.setCharacterEncoding("UTF-8");
        assertThat(answer.getContentAsString()).doesNotContain("??", "th:");
        return answer;
    }

    static final class Someone {
        @Bean
        CurrentStaff currentStaff() {
            return new CurrentStaff() {
                @Override
                public Staff get() {
                    return ADMIN;
                }

                @Override
                public Optional<Staff> find() {
                    return Optional.of(ADMIN);
                }
            };
        }

        @Bean
        CurrentActor currentActor() {
            return () -> new Actor(ADMIN.id(), "system-admin@442000007000");
        }

        @Bean
        SubjectNames names(Vocabulary vocabulary) {
            return text -> vocabulary.check(text).map(Vocabulary.Finding::word);
        }
    }

    @ControllerAdvice
    static class OnceKeys {
        @ModelAttribute("onceKeys")
        Keys keys() {
            return new Keys();
        }
    }

    /** Public, so that templates can ask it. */
    public static final class Keys {
        public UUID next() {
            return UUID.randomUUID();
        }
    }
}
