package org.qipan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.springframework.security.test.web.servlet.setup.SecurityMockMvcConfigurers.springSecurity;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import java.io.UnsupportedEncodingException;
import java.util.Locale;
import java.util.UUID;
import org.qipan.directory.Post;
import org.qipan.directory.Staff;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.mock.web.MockHttpSession;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.AbstractMockHttpServletRequestBuilder;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import org.springframework.web.context.WebApplicationContext;

/** The pages of the whole product as people who are signed in see them, without a server and without Keycloak. */
public final class SignedIn {

    private final MockMvc mvc;

    public SignedIn(WebApplicationContext context) {
        mvc = MockMvcBuilders.webAppContextSetup(context)
                .apply(springSecurity())
                .build();
    }

    public MockHttpServletResponse ask(Staff by, AbstractMockHttpServletRequestBuilder<?> request) {
        String[] roles = by.posts().stream().map(Post::role).toArray(String[]::new);
        try {
            MockHttpServletResponse answer = mvc.perform(
                            request.with(user(by.id().toString()).roles(roles))
                                    .with(csrf())
                                    .locale(Locale.CHINA))
                    .andReturn()
                    .getResponse();
            answer.setCharacterEncoding("UTF-8");
            if (String.valueOf(answer.getContentType()).startsWith("text/html")) {
                assertThat(answer.getContentAsString()).doesNotContain("??", "th:", "style=");
            }
            return answer;
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    public String page(Staff by, String url) {
        MockHttpServletResponse answer = ask(by, get(url));
        assertThat(answer.getStatus()).as(url).isEqualTo(200);
        return text(answer);
    }

    /** @param fields name, value, name, value … */
    public MockHttpServletResponse send(Staff by, String url, String... fields) {
        return send(by, UUID.randomUUID(), url, fields);
    }

    /** @param key of the page it was typed on */
    public MockHttpServletResponse send(Staff by, UUID key, String url, String... fields) {
        return ask(by, form(key, url, fields));
    }

    /** The page he comes to after sending, with what it says first. */
    public String sent(Staff by, String url, String... fields) {
        MockHttpSession session = new MockHttpSession();
        MockHttpServletResponse answer =
                ask(by, form(UUID.randomUUID(), url, fields).session(session));
        assertThat(answer.getRedirectedUrl()).as(url).isNotNull();
        return text(ask(by, get(answer.getRedirectedUrl()).session(session)));
    }

    private static MockHttpServletRequestBuilder form(UUID key, String url, String... fields) {
        MockHttpServletRequestBuilder request = post(url).param("idempotencyKey", key.toString());
        for (int i = 0; i < fields.length; i += 2) {
            request.param(fields[i], fields[i + 1]);
        }
        return request;
    }

    public static String text(MockHttpServletResponse answer) {
        try {
            return answer.getContentAsString();
        } catch (UnsupportedEncodingException e) {
            throw new IllegalStateException(e);
        }
    }
}
