package org.qipan.complaint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.LongStream;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.ShrinkingMode;
import org.qipan.Replay;
import org.qipan.complaint.RandomOffice.Item;
import org.qipan.complaint.RandomOffice.Known;
import org.qipan.directory.Staff;
import org.qipan.notice.DigestCount;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.context.TestContextManager;

/**
 * Whatever the tree of units, whoever holds which post and stands in for whom, whoever is complained of, kept out by the petitioner, as a
 * unit or by name, before he comes to work here or after, or leaves: no list, count, candidate, search, export, statistics, page, file, digest, follow or look at the identity reaches a person who is
 * out, and of a sealed matter nobody knows but those who were given it (信访工作条例 arts. 28, 30; 公务员法 arts. 76, 77).
 */
@Replay
class NobodyExposedProperties {

    private static final ApplicationContext CONTEXT = new TestContextManager(NobodyExposedProperties.class)
            .getTestContext()
            .getApplicationContext();

    private static final List<String> LISTS = List.of(
            "/",
            "/worklist",
            "/worklist?scope=below",
            "/worklist?tab=toread",
            "/worklist?tab=done",
            "/worklist?tab=started",
            "/worklist?text=" + RandomOffice.TITLE,
            "/worklist?tab=toread&text=" + RandomOffice.TITLE,
            "/worklist/follows",
            "/complaints",
            "/complaints?tab=below",
            "/complaints?tab=came",
            "/complaints?q=" + RandomOffice.DIGEST,
            "/complaints?tab=below&q=" + RandomOffice.DIGEST,
            "/search?q=" + RandomOffice.TITLE,
            "/substitutions",
            "/takeovers");

    private final JdbcClient jdbc = CONTEXT.getBean(JdbcClient.class);

    @Property(tries = 6, shrinking = ShrinkingMode.OFF)
    void nothingReachesWhoIsOut(@ForAll long seed) {
        RandomOffice office = new RandomOffice(CONTEXT, seed);
        try {
            office.live();
            for (Staff reader : office.people) {
                lists(office, reader);
                office.matters.forEach(matter -> pages(office, matter, reader));
                digest(office, reader);
            }
            office.matters.stream().filter(one -> one.id() != null).forEach(matter -> candidates(office, matter));
        } finally {
            office.leave();
        }
    }

    /** A hole in the one place that decides would be seen. */
    @Example
    void aPathThatIsLeftOpenIsNoticed() {
        String kept = jdbc.sql("select pg_get_functiondef('case_excluded(uuid, uuid, text[], bigint[])'::regprocedure)")
                .query(String.class)
                .single();
        jdbc.sql("""
                        create or replace function case_excluded(a_case uuid, a_staff uuid, a_units text[], a_areas bigint[])
                            returns boolean language plpgsql stable parallel safe as $$ begin return false; end $$
                        """).update();
        try {
            assertThatThrownBy(() -> LongStream.range(0, 4).forEach(this::nothingReachesWhoIsOut))
                    .isInstanceOf(AssertionError.class);
        } finally {
            jdbc.sql(kept).update();
        }
    }

    private void lists(RandomOffice office, Staff reader) {
        String[] forbidden = office.matters.stream()
                .filter(one -> !office.mayKnow(reader, one))
                .map(Known::mark)
                .toArray(String[]::new);
        if (forbidden.length == 0) {
            return;
        }
        for (String url : LISTS) {
            assertThat(office.body(reader, url))
                    .as("%s %s %s", office.seed, reader, url)
                    .doesNotContain(forbidden);
        }
        for (String tab : List.of("desk", "below", "came")) {
            MockHttpServletResponse workbook = office.pages.ask(reader, get("/complaints/export?tab=" + tab));
            assertThat(workbook.getStatus() == 200 ? Unzipped.text(workbook.getContentAsByteArray()) : "")
                    .as("%s %s export %s", office.seed, reader, tab)
                    .doesNotContain(forbidden);
        }
        office.people.forEach(
                colleague -> assertThat(office.body(reader, "/substitutions/recusals/new?staff=" + colleague.id()))
                        .as("%s %s orders recusals", office.seed, reader)
                        .doesNotContain(forbidden));
    }

    private void pages(RandomOffice office, Known matter, Staff reader) {
        if (matter.id() == null || office.mayOpen(reader, matter)) {
            return;
        }
        List<String> addresses = new ArrayList<>();
        String page = "/complaints/" + matter.id();
        List.of("", "/repeats", "/identity", "/recusal", "/handover", "/persons")
                .forEach(part -> addresses.add(page + part));
        addresses.add("/worklist/follows/" + matter.id());
        office.files(matter).forEach(file -> addresses.add("/files/" + file));
        if (!office.mayKnow(reader, matter)) {
            office.items(matter).stream().map(Item::id).forEach(item -> {
                addresses.add("/tasks/" + item);
                addresses.add("/tasks/" + item + "/errand");
                addresses.add("/tasks/" + item + "/extension");
                addresses.add("/tasks/" + item + "/course");
            });
            office.requests(matter, reader).forEach(request -> addresses.add("/tasks/" + request));
        }
        for (String address : addresses) {
            assertThat(office.pages.ask(reader, get(address)).getStatus())
                    .as("%s %s %s %s", office.seed, reader, address, matter)
                    .isIn(403, 404);
        }
        assertThat(office.pages
                        .send(reader, "/worklist/follows/" + matter.id(), "on", "true")
                        .getStatus())
                .as("%s %s follows %s", office.seed, reader, matter)
                .isIn(403, 404);
    }

    /** A number in a message tells as much as a line in a list. */
    private void digest(RandomOffice office, Staff reader) {
        if (office.matters.stream().allMatch(one -> office.out(reader, one))) {
            assertThat(DigestCount.of(CONTEXT, reader.id(), office.now()))
                    .as("%s %s digest", office.seed, reader)
                    .isZero();
        }
    }

    /** Nothing waits for somebody who is out as long as anybody else could take it, and no form offers it to him. */
    private void candidates(RandomOffice office, Known matter) {
        for (Item item : office.items(matter)) {
            List<Staff> holders =
                    office.people.stream().filter(one -> one.holds(item.post())).toList();
            if (item.open() && !holders.isEmpty() && holders.stream().allMatch(one -> office.out(one, matter))) {
                assertThat(office.above(item.post(), matter.id()))
                        .as("%s %s waits for people who are out", office.seed, item)
                        .isEmpty();
            }
        }
        office.items(matter).stream()
                .filter(item -> item.open() && item.key().equals(ComplaintProcess.SORT))
                .forEach(item -> office.people.stream()
                        .filter(one -> one.holds(item.post()) && !office.out(one, matter))
                        .forEach(officer -> offered(office, matter, office.body(officer, "/tasks/" + item.id()))));
    }

    private void offered(RandomOffice office, Known matter, String form) {
        assertThat(form).as("the form is shown").contains("name=\"route\"");
        office.units.stream()
                .filter(unit -> office.people.stream()
                        .filter(one -> one.posts().stream()
                                .anyMatch(post -> post.unit().equals(unit)))
                        .allMatch(one -> office.out(one, matter)))
                .forEach(unit -> assertThat(form)
                        .as("%s %s is offered for %s", office.seed, unit, matter)
                        .doesNotContain("<option value=\"" + unit + "\""));
    }
}
