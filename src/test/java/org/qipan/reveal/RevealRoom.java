package org.qipan.reveal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.authentication;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.qipan.Confirmed;
import org.qipan.casefile.CaseFiles;
import org.qipan.directory.Directory;
import org.qipan.directory.Staff;
import org.qipan.identity.AccountsFixture;
import org.qipan.page.Texts;
import org.qipan.vault.Safe;
import org.qipan.vault.VaultFixture;
import org.qipan.worklist.Workroom;
import org.springframework.context.MessageSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.Import;
import org.springframework.context.support.ResourceBundleMessageSource;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.mock.web.MockHttpSession;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;

/** A town with two complaint officers and a leader, the city's complaint officer, and a browser for whoever asks. */
final class RevealRoom {

    static final String NAME = "麦𠮷祥7391";
    static final String PHONE = "13799987391";
    static final String TOWN = Workroom.TOWN;
    static final String CITY = Workroom.CITY;

    final Workroom room = Workroom.with(Wiring.class);
    final Staff asker;
    final Staff second;
    final Staff head;
    final Staff above;
    private final MockMvc mvc = room.mvc();
    private Duration confirmed = Duration.ofMinutes(1);
    private MockHttpSession session = new MockHttpSession();

    @Import({Workroom.RealDirectory.class, AccountsFixture.class, VaultFixture.class, Texts.class})
    @ComponentScan("org.qipan.reveal")
    static class Wiring {

        @Bean
        MessageSource messageSource() {
            var messages = new ResourceBundleMessageSource();
            for (String name : List.of(
                    "reveal",
                    "identity",
                    "absence",
                    "directory",
                    "desk",
                    "task",
                    "casefile",
                    "form",
                    "file",
                    "workflow",
                    "deadline",
                    "vocabulary")) {
                messages.addBasenames("messages/" + name);
            }
            messages.setDefaultEncoding("UTF-8");
            messages.setFallbackToSystemLocale(false);
            return messages;
        }
    }

    RevealRoom() {
        room.town();
        asker = room.employ("申请人甲", "complaint-officer@" + TOWN);
        second = room.employ("经办人乙", "complaint-officer@" + TOWN);
        head = room.employ("负责人丙", "township-leader@" + TOWN);
        above = room.employ("市专员丁", "complaint-officer@" + CITY);
    }

    /** A complaint at the town's desk, with a name and a telephone number in the vault. */
    UUID matter() {
        return matter("confidential");
    }

    UUID matter(String mode) {
        UUID id = room.bean(CaseFiles.class).open("complaint", "信访事项", TOWN, asker.id());
        room.jdbc
                .sql("""
                        insert into complaint (id, channel, mode, desk, area, received, reachable, electronic)
                        values (?, 'web', ?, ?, 442000007000, ?, true, true)
                        """)
                .params(id, mode, TOWN, java.time.OffsetDateTime.now(room.clock))
                .update();
        room.transaction.executeWithoutResult(
                status -> room.bean(Safe.class).put(id, Map.of("name", NAME, "phone", PHONE)));
        return id;
    }

    static String register(UUID matter) {
        return "/complaints/" + matter + "/identity";
    }

    MockHttpServletResponse asks(UUID matter, Staff by) {
        return send(by, register(matter) + "/request", "purpose", "enquiry", "words", "地点写得不清楚，要问一问");
    }

    /** Address at which the only open request of the matter is decided. */
    String request(UUID matter) {
        UUID id = room.jdbc
                .sql("select id from reveal where case_id = ? and state = 'asked'")
                .param(matter)
                .query(UUID.class)
                .single();
        return register(matter) + "/requests/" + id;
    }

    MockHttpServletResponse grants(UUID matter, Staff by) {
        return send(by, request(matter), "decision", "grant");
    }

    MockHttpServletResponse looks(UUID matter, Staff by) {
        return ask(by, register(matter) + "/look");
    }

    /** Somebody asked and somebody else allowed it. */
    UUID granted() {
        UUID matter = matter();
        assertThat(asks(matter, asker).getStatus()).isEqualTo(303);
        assertThat(grants(matter, second).getStatus()).isEqualTo(303);
        return matter;
    }

    void confirmedBefore(Duration time) {
        confirmed = time;
    }

    Staff fresh(Staff staff) {
        return room.bean(Directory.class).staff(staff.id()).orElseThrow();
    }

    MockHttpServletResponse ask(Staff staff, MockHttpServletRequestBuilder request) {
        Staff now = fresh(staff);
        room.as(now);
        try {
            MockHttpServletResponse answer = mvc.perform(request.session(session)
                            .with(authentication(Confirmed.as(now, room.clock.instant(), confirmed)))
                            .with(csrf())
                            .locale(Locale.CHINA))
                    .andReturn()
                    .getResponse();
            answer.setCharacterEncoding("UTF-8");
            assertThat(answer.getContentAsString()).doesNotContain("??", "th:", "style=", "onclick");
            return answer;
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    MockHttpServletResponse ask(Staff staff, String address) {
        return ask(staff, get(address));
    }

    MockHttpServletResponse send(Staff staff, String address, String... fields) {
        MockHttpServletRequestBuilder request =
                post(address).param("idempotencyKey", UUID.randomUUID().toString());
        for (int i = 0; i < fields.length; i += 2) {
            request.param(fields[i], fields[i + 1]);
        }
        return ask(staff, request);
    }

    static String text(MockHttpServletResponse answer) {
        try {
            return answer.getContentAsString();
        } catch (java.io.UnsupportedEncodingException e) {
            throw new IllegalStateException(e);
        }
    }

    /** What the audit has of the matter, in order, without the module's prefix. */
    List<String> audited(UUID matter) {
        return room.jdbc
                .sql("select substr(action, 14) from audit where action like 'reveal.%' and object_id = ? order by id")
                .param(matter.toString())
                .query(String.class)
                .list();
    }

    List<String> copies(UUID matter) {
        return room.jdbc
                .sql("select role || '@' || unit from work_copy where case_id = ? and read_at is null order by id")
                .param(matter)
                .query(String.class)
                .list();
    }

    void close() {
        room.context.close();
    }
}
