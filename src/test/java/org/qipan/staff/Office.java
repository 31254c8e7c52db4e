package org.qipan.staff;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.authentication;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.qipan.Confirmed;
import org.qipan.directory.Directory;
import org.qipan.directory.Staff;
import org.qipan.directory.UnitPicker;
import org.qipan.identity.AccountsFixture;
import org.qipan.identity.MemoryAccounts;
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

/** A city with a town, two villages and an office, its administrators, and a browser for whoever asks. */
public final class Office {

    public static final String CITY = Workroom.CITY;
    public static final String TOWN = Workroom.TOWN;
    public static final String VILLAGE = Workroom.VILLAGE;
    public static final String OTHER = Workroom.OTHER_VILLAGE;
    public static final String BUREAU = "442000007000-01";
    public static final String ELSEWHERE = "350212000000";

    public final Workroom room = Workroom.with(Wiring.class);
    public final MemoryAccounts keycloak = room.bean(MemoryAccounts.class);
    public final Staff system;
    public final Staff security;
    private final MockMvc mvc = room.mvc();
    private Duration confirmed = Duration.ofMinutes(1);
    private MockHttpSession session = new MockHttpSession();

    @Import({Workroom.RealDirectory.class, AccountsFixture.class, UnitPicker.class})
    @ComponentScan({"org.qipan.staff", "org.qipan.handover", "org.qipan.roster"})
    static class Wiring {

        @Bean
        MessageSource messageSource() {
            var messages = new ResourceBundleMessageSource();
            for (String name : List.of(
                    "staff",
                    "handover",
                    "roster",
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
            messages.setAlwaysUseMessageFormat(true);
            return messages;
        }
    }

    public Office() {
        room.town();
        room.unit(BUREAU, "department", TOWN);
        room.unit(ELSEWHERE, "county", null);
        system = room.employ("系统管理员", "system-admin@" + CITY);
        security = room.employ("安全管理员", "security-admin@" + CITY);
    }

    /** From now on people confirmed who they are so long ago. */
    public void confirmedBefore(Duration time) {
        confirmed = time;
    }

    public Staff person(UUID id) {
        return room.bean(Directory.class).staff(id).orElseThrow();
    }

    /** Whoever has this name. */
    public Staff person(String username) {
        return person(room.jdbc
                .sql("select id from staff where username = ?")
                .param(username)
                .query(UUID.class)
                .single());
    }

    public MockHttpServletResponse ask(Staff staff, MockHttpServletRequestBuilder request, Locale locale) {
        room.as(staff);
        var user = Confirmed.as(staff, room.clock.instant(), confirmed);
        try {
            MockHttpServletResponse answer = mvc.perform(request.session(session)
                            .with(authentication(user))
                            .with(csrf())
                            .locale(locale))
                    .andReturn()
                    .getResponse();
            answer.setCharacterEncoding("UTF-8");
            assertThat(answer.getContentAsString()).doesNotContain("??", "th:", "style=", "onclick");
            return answer;
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    public MockHttpServletResponse ask(Staff staff, String address) {
        return ask(staff, get(java.net.URI.create(address)), Locale.CHINA);
    }

    public String page(Staff staff, String address) {
        return text(ask(staff, address));
    }

    public static String text(MockHttpServletResponse answer) {
        try {
            return answer.getContentAsString();
        } catch (java.io.UnsupportedEncodingException e) {
            throw new IllegalStateException(e);
        }
    }

    /** @param fields name, value, name, value … */
    public MockHttpServletResponse send(Staff staff, String address, String... fields) {
        return send(UUID.randomUUID(), staff, address, fields);
    }

    public MockHttpServletResponse send(UUID key, Staff staff, String address, String... fields) {
        MockHttpServletRequestBuilder request = post(address).param("idempotencyKey", key.toString());
        for (int i = 0; i < fields.length; i += 2) {
            request.param(fields[i], fields[i + 1]);
        }
        return ask(staff, request, Locale.CHINA);
    }

    public List<String> audited() {
        return room.jdbc
                .sql("select action from audit where action like 'staff.%' order by id")
                .query(String.class)
                .list();
    }

    public void close() {
        room.context.close();
    }
}
