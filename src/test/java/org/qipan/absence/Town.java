package org.qipan.absence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.regex.Pattern;
import org.qipan.directory.Staff;
import org.qipan.directory.Substitution;
import org.qipan.directory.Substitutions;
import org.qipan.worklist.Workroom;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;

/** A city, a town, two villages and an office in a database of their own, and a browser for whoever works there. */
public final class Town {

    public static final String CITY = Workroom.CITY;
    public static final String TOWN = Workroom.TOWN;
    public static final String VILLAGE = Workroom.VILLAGE;
    public static final String OTHER = Workroom.OTHER_VILLAGE;
    public static final String OFFICE = "442000007000-03";
    /** A Friday; tests begin on it. */
    public static final LocalDate TODAY = LocalDate.of(2026, 11, 20);

    private static final Pattern TASK = Pattern.compile("/tasks/(\\d+)");

    public final Workroom room = Workroom.withPeople();
    private final MockMvc mvc = room.mvc();

    public Town() {
        room.town();
        room.unit(OFFICE, "department", TOWN);
    }

    public Substitution standIn(Staff absent, Staff substitute, int days, String kind) {
        return room.bean(Substitutions.class)
                .make(
                        new Substitution.Wanted(
                                absent.id(), substitute.id(), TODAY, TODAY.plusDays(days - 1L), kind, null),
                        absent);
    }

    public MockHttpServletResponse ask(Staff staff, MockHttpServletRequestBuilder request) {
        return ask(staff, request, Locale.CHINA);
    }

    public MockHttpServletResponse ask(Staff staff, MockHttpServletRequestBuilder request, Locale locale) {
        room.as(room.bean(org.qipan.directory.Directory.class).staff(staff.id()).orElseThrow());
        try {
            MockHttpServletResponse answer = mvc.perform(
                            request.with(user("u")).with(csrf()).locale(locale))
                    .andReturn()
                    .getResponse();
            answer.setCharacterEncoding("UTF-8");
            assertThat(answer.getContentAsString()).doesNotContain("??", "th:", "style=", "onclick");
            return answer;
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    public String page(Staff staff, String address) {
        try {
            return ask(staff, get(java.net.URI.create(address))).getContentAsString();
        } catch (java.io.UnsupportedEncodingException e) {
            throw new IllegalStateException(e);
        }
    }

    public int status(Staff staff, String address) {
        return ask(staff, get(address)).getStatus();
    }

    /** Ids of the items a page leads to. */
    public List<Long> items(Staff staff, String address) {
        return items(page(staff, address));
    }

    public static List<Long> items(String page) {
        return TASK.matcher(page)
                .results()
                .map(found -> Long.valueOf(found.group(1)))
                .distinct()
                .sorted()
                .toList();
    }

    /** @param fields name, value, name, value … */
    public MockHttpServletResponse send(Staff staff, String address, String... fields) {
        MockHttpServletRequestBuilder request =
                post(address).param("idempotencyKey", UUID.randomUUID().toString());
        for (int i = 0; i < fields.length; i += 2) {
            request.param(fields[i], fields[i + 1]);
        }
        return ask(staff, request);
    }

    public MockHttpServletResponse complete(Staff staff, long item) {
        int version = room.jdbc
                .sql("select version from work_item where id = ?")
                .param(item)
                .query(Integer.class)
                .single();
        return send(staff, "/tasks/" + item + "/completion", "version", String.valueOf(version), "opinion", "同意");
    }

    public String postOf(long item) {
        return room.jdbc
                .sql("select role || '@' || unit from work_item where id = ?")
                .param(item)
                .query(String.class)
                .single();
    }

    public void close() {
        room.context.close();
    }
}
