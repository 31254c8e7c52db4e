package org.qipan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.setup.SecurityMockMvcConfigurers.springSecurity;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.multipart;

import jakarta.servlet.http.HttpSession;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.mock.web.MockHttpSession;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.MvcResult;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;
import org.springframework.web.context.WebApplicationContext;
import org.springframework.web.util.HtmlUtils;

/** A browser of somebody without an account: it fills in the forms it was sent and brings its session, nothing else. */
public final class Resident {

    private static final Pattern FORM = Pattern.compile("(?s)<form[^>]*action=\"([^\"]*)\".*?</form>");
    private static final Pattern FIELD = Pattern.compile("(?s)<input([^>]*)>|<textarea([^>]*)>(.*?)</textarea>");

    private final MockMvc mvc;
    private final String address;
    private MockHttpSession session;
    private String page = "";
    private MockHttpServletResponse answer;

    /** @param address as the server sees it; limits count by it */
    public Resident(WebApplicationContext context, String address) {
        this.address = address;
        mvc = MockMvcBuilders.webAppContextSetup(context)
                .apply(springSecurity())
                .build();
    }

    public String opens(String url) {
        return send(get(url));
    }

    /** Presses a button of the form with this action on the page before him, all fields as they are but these. @param fields name, value … */
    public String sends(String action, String... fields) {
        return sends(action, null, fields);
    }

    public String sends(String action, MockMultipartFile file, String... fields) {
        var request = multipart(action);
        if (file != null) {
            request.file(file);
        }
        filled(action, fields).forEach((name, values) -> request.param(name, values.toArray(String[]::new)));
        return send(request);
    }

    /** What the form would send. */
    public MultiValueMap<String, String> filled(String action, String... fields) {
        MultiValueMap<String, String> filled = new LinkedMultiValueMap<>();
        Matcher forms = FORM.matcher(page);
        while (forms.find()) {
            if (forms.group(1).equals(action)) {
                fields(forms.group(), filled);
            }
        }
        assertThat(filled).as("no form for " + action + " in " + page).isNotEmpty();
        for (int i = 0; i < fields.length; i += 2) {
            filled.set(fields[i], fields[i + 1]);
        }
        return filled;
    }

    /** His session is over. */
    public void forgets() {
        session = null;
    }

    /** Back to a page he was on. */
    public void returns(String before) {
        page = before;
    }

    public MockHttpServletResponse answer() {
        return answer;
    }

    public boolean hasSession() {
        return session != null;
    }

    /** What stands on the page between two texts. */
    public String between(String start, String end) {
        int from = page.indexOf(start);
        assertThat(from).as(start + " in " + page).isNotNegative();
        return page.substring(from + start.length(), page.indexOf(end, from + start.length()));
    }

    private static void fields(String form, MultiValueMap<String, String> filled) {
        Matcher field = FIELD.matcher(form);
        while (field.find()) {
            String tag = field.group(1) == null ? field.group(2) : field.group(1);
            String type = attribute(tag, "type");
            boolean box = "radio".equals(type) || "checkbox".equals(type);
            if (!"file".equals(type) && (!box || tag.contains("checked"))) {
                String value = field.group(1) == null ? field.group(3) : attribute(tag, "value");
                filled.add(attribute(tag, "name"), HtmlUtils.htmlUnescape(value));
            }
        }
    }

    private static String attribute(String tag, String name) {
        Matcher matcher = Pattern.compile("\\s" + name + "=\"([^\"]*)\"").matcher(tag);
        return matcher.find() ? matcher.group(1) : "";
    }

    private String send(MockHttpServletRequestBuilder request) {
        try {
            if (session != null) {
                request.session(session);
            }
            MvcResult result = mvc.perform(request.locale(Locale.CHINA).with(sent -> {
                        sent.setRemoteAddr(address);
                        return sent;
                    }))
                    .andReturn();
            HttpSession after = result.getRequest().getSession(false);
            session = after == null || ((MockHttpSession) after).isInvalid() ? null : (MockHttpSession) after;
            answer = result.getResponse();
            answer.setCharacterEncoding("UTF-8");
            if (answer.getStatus() == 303) {
                return opens(String.valueOf(answer.getRedirectedUrl()));
            }
            if (answer.getHeader("Content-Disposition") != null) {
                // a file: he stays on the page he was on
                return "";
            }
            page = answer.getContentAsString();
            assertThat(page).doesNotContain("??", "th:", "style=", "onclick");
            return page;
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }
}
