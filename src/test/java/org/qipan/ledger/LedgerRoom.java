package org.qipan.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;

import java.time.OffsetDateTime;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.qipan.casefile.Exclusions;
import org.qipan.directory.Post;
import org.qipan.directory.Staff;
import org.qipan.subject.Subjects;
import org.qipan.worklist.Workroom;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.FilterType;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockMvcRequestBuilders;

/** A register over a town, a department and two villages; matters are rows, as the course of complaints leaves them. */
final class LedgerRoom {

    static final String CITY = Workroom.CITY;
    static final String TOWN = Workroom.TOWN;
    static final String VILLAGE = Workroom.VILLAGE;
    static final String OTHER = Workroom.OTHER_VILLAGE;
    static final String OFFICE = "442000007000-03";

    final Workroom room = Workroom.with(Node.class);
    private final MockMvc mvc = room.mvc();

    LedgerRoom() {
        room.town();
        room.unit(OFFICE, "department", TOWN);
    }

    JdbcClient jdbc() {
        return room.jdbc;
    }

    Staff officer() {
        return room.employ("受理员", "complaint-officer@" + TOWN);
    }

    /** @param received as PostgreSQL reads it */
    UUID matter(String title, String digest, String received, String place) {
        UUID id = UUID.randomUUID();
        jdbc().sql("""
                        insert into case_file (id, kind, number, title, unit, area, owner_area, started_by, opened)
                        values (:id, 'complaint', null, :title, :desk, 442000007000, 442000000000, null, cast(:at as timestamptz))
                        """)
                .params(Map.of("id", id, "title", title, "desk", TOWN, "at", received))
                .update();
        jdbc().sql("""
                        insert into complaint (id, channel, mode, desk, place, area, received, reachable, electronic, digest, state)
                        values (:id, 'web', 'anonymous', :desk, :place, :area, cast(:at as timestamptz), false, false, :digest, 'handling')
                        """)
                .param("id", id)
                .param("desk", TOWN)
                .param("place", place)
                .param("area", Long.parseLong(place.substring(0, 12)))
                .param("at", received)
                .param("digest", digest)
                .update();
        return id;
    }

    UUID matter(String title) {
        return matter(title, title + "，请尽快处理。", "2026-11-10 00:00+08", VILLAGE);
    }

    void set(UUID id, String columns) {
        jdbc().sql("update complaint set " + columns + " where id = :id")
                .param("id", id)
                .update();
    }

    /** @param done null while it runs */
    void clock(UUID id, String code, String due, String done) {
        jdbc().sql("""
                        insert into complaint_clock (complaint, code, started, due, role, unit, done)
                        values (:id, :code, cast(:due as timestamptz) - interval '15 days', cast(:due as timestamptz), 'complaint-officer', :unit,
                            cast(:done as timestamptz))
                        """)
                .param("id", id)
                .param("code", code)
                .param("due", due)
                .param("unit", TOWN)
                .param("done", done)
                .update();
    }

    /** Gives a matter to a post, as an open task does. */
    void give(UUID id, String role, String unit) {
        set(id, "lead = '" + unit + "'");
        jdbc().sql("""
                        insert into work_item (task, key, process, ref, kind, case_id, title, subject, role, unit, province, created, due)
                        values (:task, 'Task_Handle', 'complaint', cast(:id as text), 'complaint', :id, '事项', '办理', :role, :unit, 440000000000, :now, 'infinity')
                        """)
                .param("task", id.toString())
                .param("id", id)
                .param("role", role)
                .param("unit", unit)
                .param("now", OffsetDateTime.now(room.clock))
                .update();
    }

    void exclude(UUID id, String unit) {
        room.bean(Exclusions.class).exclude(id, unit, "concerned");
    }

    MockHttpServletResponse ask(Staff reader, String url) throws Exception {
        room.as(reader);
        String[] roles = reader.posts().stream().map(Post::role).toArray(String[]::new);
        MockHttpServletResponse answer = mvc.perform(MockMvcRequestBuilders.get(java.net.URI.create(url))
                        .locale(Locale.CHINA)
                        .with(user("u").roles(roles)))
                .andReturn()
                .getResponse();
        answer.setCharacterEncoding("UTF-8");
        assertThat(answer.getContentAsString()).doesNotContain("??", "th:", "style=");
        return answer;
    }

    String page(Staff reader, String url) throws Exception {
        MockHttpServletResponse answer = ask(reader, url);
        assertThat(answer.getStatus()).as(url).isEqualTo(200);
        return answer.getContentAsString();
    }

    void close() {
        room.context.close();
    }

    /** The modules of the register beside what a workroom has. */
    @Import(Workroom.RealDirectory.class)
    @ComponentScan({"org.qipan.ledger", "org.qipan.paper"})
    @ConfigurationPropertiesScan("org.qipan.paper")
    @ComponentScan(
            basePackageClasses = Subjects.class,
            useDefaultFilters = false,
            includeFilters =
                    @ComponentScan.Filter(
                            type = FilterType.REGEX,
                            pattern = "org\\.qipan\\.subject\\.(Subjects|SubjectTable)"))
    static class Node {}
}
