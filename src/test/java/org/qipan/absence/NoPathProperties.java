package org.qipan.absence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.ShrinkingMode;
import net.jqwik.api.lifecycle.AfterContainer;
import org.qipan.casefile.Exclusions;
import org.qipan.directory.Post;
import org.qipan.directory.Staff;
import org.qipan.worklist.Copies;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Whatever posts people hold, whoever stands in for whom, whoever is recused: no list, count, search, page, act or target reaches a person
 * who must not know of a case. Substitutions are written past the rules, chains and circles included. What should be seen is worked out
 * here once more, without SQL.
 */
class NoPathProperties {

    private static final List<String> POSTS = List.of(
            "village-worker@" + Town.VILLAGE,
            "village-head@" + Town.VILLAGE,
            "village-worker@" + Town.OTHER,
            "township-officer@" + Town.TOWN,
            "township-leader@" + Town.TOWN,
            "department-officer@" + Town.OFFICE,
            "city-officer@" + Town.CITY);
    private static final List<String> UNITS = List.of(Town.VILLAGE, Town.OTHER, Town.TOWN, Town.OFFICE, Town.CITY);
    private static final Pattern COUNT = Pattern.compile("待办</span>\\s*(?:<span class=\"badge\">(\\d+)</span>)?");
    private static final List<String> LISTS = List.of(
            "/worklist",
            "/worklist?scope=below",
            "/worklist?tab=toread",
            "/worklist?tab=done",
            "/worklist?tab=started",
            "/worklist?tab=drafts",
            "/worklist?text=%E6%A1%88%E7%94%B1",
            "/worklist/follows",
            "/substitutions",
            "/test/today",
            "/test/latest");
    private static final int PEOPLE = 4;
    private static final int CASES = 3;

    private static final Town TOWN = new Town();

    private final Exclusions exclusions = TOWN.room.bean(Exclusions.class);

    @AfterContainer
    static void stop() {
        TOWN.close();
    }

    private record Item(long id, int matter, Post post) {}

    private record StandIn(Staff absent, Staff substitute, boolean running) {}

    private record Errand(long item, Staff asker, Staff doer) {}

    private record Recused(int matter, Staff staff, String unit) {}

    /** One random office. */
    private final class World {
        final Random random;
        final List<Staff> people = new ArrayList<>();
        final List<UUID> cases = new ArrayList<>();
        final List<Item> items = new ArrayList<>();
        final List<StandIn> standIns = new ArrayList<>();
        final List<Errand> errands = new ArrayList<>();
        final List<Recused> recused = new ArrayList<>();

        World(long seed) {
            random = new Random(seed);
            TOWN.room
                    .jdbc
                    .sql(
                            "truncate work_act, work_copy, urge, work_item, recusal, case_exclusion, case_note, case_event, case_file,"
                                    + " substitution, staff_post, staff, draft, request_ledger cascade")
                    .update();
            for (int i = 0; i < PEOPLE; i++) {
                people.add(
                        random.nextInt(3) == 0
                                ? TOWN.room.employ("人" + i, pick(POSTS), pick(POSTS))
                                : TOWN.room.employ("人" + i, pick(POSTS)));
            }
            for (int i = 0; i < CASES; i++) {
                cases.add(TOWN.room.openCase(pick(people), title(i)));
                for (int n = 1 + random.nextInt(2); n > 0; n--) {
                    String post = pick(POSTS);
                    items.add(new Item(TOWN.room.task(cases.get(i), post, null), i, Post.of(post)));
                }
                TOWN.room
                        .bean(Copies.class)
                        .send(
                                cases.get(i),
                                "请阅" + i,
                                null,
                                pick(POSTS),
                                pick(people).id());
            }
            // Everybody follows everything: it lets nobody see more.
            TOWN.room
                    .jdbc
                    .sql(
                            "insert into follow (staff, case_id, since, seen) select s.id, f.id, now(), now() from staff s cross join case_file f")
                    .update();
            for (int n = random.nextInt(5); n > 0; n--) {
                standIn();
            }
            items.forEach(item -> errand(item));
        }

        /** Written past the rules: by anybody, to anybody. */
        private void errand(Item item) {
            Staff asker = pick(people);
            Staff doer = pick(people);
            if (asker.equals(doer) || random.nextInt(3) == 0) {
                return;
            }
            TOWN.room
                    .jdbc
                    .sql("insert into errand (item, asker, doer, at) values (?, ?, ?, now())")
                    .params(item.id(), asker.id(), doer.id())
                    .update();
        }

        private void standIn() {
            Staff absent = pick(people);
            Staff substitute = pick(people);
            if (absent.equals(substitute)) {
                return;
            }
            boolean running = random.nextInt(4) > 0;
            LocalDate from = Town.TODAY.minusDays(running ? 1 : 9);
            TOWN.room
                    .jdbc
                    .sql("""
                            insert into substitution (id, absent, substitute, from_day, to_day, units, as_unit, made_by, made_at)
                            values (?, ?, ?, ?, ?, ?, ?, ?, now())
                            """)
                    .params(
                            UUID.randomUUID(),
                            absent.id(),
                            substitute.id(),
                            from,
                            from.plusDays(3),
                            UNITS.toArray(String[]::new),
                            substitute.posts().get(0).unit(),
                            absent.id())
                    .update();
            standIns.add(new StandIn(absent, substitute, running));
        }

        /** Recuses people and units, after some of the work was done. */
        void recuse() {
            for (int n = 1 + random.nextInt(4); n > 0; n--) {
                int matter = random.nextInt(CASES);
                if (random.nextInt(3) > 0) {
                    Staff staff = pick(people);
                    exclusions.exclude(cases.get(matter), staff.id(), null);
                    recused.add(new Recused(matter, staff, ""));
                } else {
                    String unit = pick(UNITS);
                    exclusions.exclude(cases.get(matter), unit, null);
                    recused.add(new Recused(matter, null, unit));
                }
            }
        }

        /** People sign, copy and comment as they may; some of it as substitutes. */
        void work() {
            for (int n = random.nextInt(6); n > 0; n--) {
                Staff by = pick(people);
                String address = "/tasks/" + pick(items).id();
                switch (random.nextInt(6)) {
                    case 0 -> TOWN.send(by, address + "/notes", "text", "批注");
                    case 1 -> TOWN.send(by, address + "/copies", "to", pick(POSTS));
                    case 2 -> TOWN.send(by, address + "/route", "to", pick(POSTS), "reason", "转");
                    case 3 ->
                        TOWN.send(
                                by,
                                address + "/errand",
                                "doer",
                                pick(people).id().toString());
                    case 4 -> TOWN.send(by, address + "/errand/return", "reason", "不熟");
                    default -> TOWN.send(by, address + "/recusal", "ground", "own", "reason", "亲属");
                }
            }
            // What was done meanwhile by the rules of the product moves items and recuses people: read it back.
            items.replaceAll(item -> new Item(item.id(), item.matter(), Post.of(TOWN.postOf(item.id()))));
            errands.clear();
            TOWN.room
                    .jdbc
                    .sql("select item, asker, doer from errand where ended_at is null")
                    .query()
                    .listOfRows()
                    .forEach(row -> errands.add(
                            new Errand((Long) row.get("item"), person(row.get("asker")), person(row.get("doer")))));
            recused.clear();
            TOWN.room
                    .jdbc
                    .sql("select case_id, staff from case_exclusion")
                    .query()
                    .listOfRows()
                    .forEach(row -> recused.add(
                            new Recused(cases.indexOf((UUID) row.get("case_id")), person(row.get("staff")), "")));
        }

        private Staff person(Object id) {
            return people.stream()
                    .filter(one -> one.id().equals(id))
                    .findFirst()
                    .orElseThrow();
        }

        String title(int matter) {
            return "案由甲" + matter + "乙";
        }

        boolean out(Staff staff, int matter) {
            return recused.stream()
                    .filter(one -> one.matter() == matter)
                    .anyMatch(one -> one.staff() != null
                            ? one.staff().id().equals(staff.id())
                            : staff.posts().stream().anyMatch(post -> within(post.unit(), one.unit())));
        }

        private boolean within(String unit, String excluded) {
            return switch (excluded) {
                case Town.CITY -> true;
                case Town.TOWN -> !unit.equals(Town.CITY);
                default -> unit.equals(excluded);
            };
        }

        List<Long> expected(Staff staff) {
            return items.stream()
                    .filter(item -> !out(staff, item.matter()))
                    .filter(item -> staff.holds(item.post())
                            || standIns.stream()
                                    .anyMatch(one -> one.running()
                                            && one.substitute().equals(staff)
                                            && one.absent().holds(item.post())
                                            && !out(one.absent(), item.matter()))
                            || errands.stream()
                                    .anyMatch(one -> one.item() == item.id()
                                            && one.doer().equals(staff)
                                            && one.asker().holds(item.post())
                                            && staff.posts().stream()
                                                    .anyMatch(post -> post.unit()
                                                            .equals(item.post().unit()))
                                            && !out(one.asker(), item.matter())))
                    .map(Item::id)
                    .sorted()
                    .toList();
        }

        <T> T pick(List<T> list) {
            return list.get(random.nextInt(list.size()));
        }
    }

    @Property(tries = 8, shrinking = ShrinkingMode.OFF)
    void nothingReachesWhoIsRecused(@ForAll long seed) {
        World world = new World(seed);
        world.work();
        world.recuse();
        for (Staff staff : world.people) {
            String todo = TOWN.page(staff, "/worklist");
            List<Long> expected = world.expected(staff);
            assertThat(Town.items(todo)).as("%s %s", seed, staff).isEqualTo(expected);
            Matcher count = COUNT.matcher(todo);
            assertThat(count.find()).isTrue();
            assertThat(count.group(1)).isEqualTo(expected.isEmpty() ? null : String.valueOf(expected.size()));
            reachesNothing(world, staff);
            world.items.stream()
                    .filter(item -> !world.out(staff, item.matter()))
                    .forEach(item -> targets(world, staff, item));
        }
    }

    @Example
    void aPathThatIsLeftOpenIsNoticed() {
        JdbcClient jdbc = TOWN.room.jdbc;
        String kept = jdbc.sql("select pg_get_functiondef('case_excluded(uuid, uuid, text[], bigint[])'::regprocedure)")
                .query(String.class)
                .single();
        jdbc.sql("""
                        create or replace function case_excluded(a_case uuid, a_staff uuid, a_units text[], a_areas bigint[])
                            returns boolean language sql stable parallel safe return false
                        """).update();
        try {
            assertThatThrownBy(() -> LongStream.range(0, 5).forEach(this::nothingReachesWhoIsRecused))
                    .isInstanceOf(AssertionError.class);
        } finally {
            jdbc.sql(kept).update();
        }
    }

    private void reachesNothing(World world, Staff staff) {
        List<Integer> out = IntStream.range(0, CASES)
                .filter(matter -> world.out(staff, matter))
                .boxed()
                .toList();
        if (out.isEmpty()) {
            return;
        }
        List<String> addresses = new ArrayList<>(LISTS);
        world.people.forEach(colleague -> addresses.add("/substitutions/recusals/new?staff=" + colleague.id()));
        TOWN.room
                .jdbc
                .sql("select id from substitution")
                .query(UUID.class)
                .list()
                .forEach(id -> addresses.add("/substitutions/" + id));
        String[] titles = out.stream().map(world::title).toArray(String[]::new);
        addresses.forEach(
                address -> assertThat(TOWN.page(staff, address)).as(address).doesNotContain(titles));
        world.items.stream().filter(item -> out.contains(item.matter())).forEach(item -> {
            String address = "/tasks/" + item.id();
            assertThat(TOWN.status(staff, address)).isEqualTo(404);
            assertThat(TOWN.status(staff, address + "/errand")).isEqualTo(404);
            assertThat(TOWN.status(staff, address + "/extension")).isEqualTo(404);
            assertThat(TOWN.status(staff, address + "/joints")).isEqualTo(404);
            assertThat(TOWN.status(staff, "/worklist/follows/" + world.cases.get(item.matter())))
                    .isEqualTo(404);
            assertThat(TOWN.page(staff, "/worklist/grid?ids=" + item.id())).doesNotContain(titles);
            assertThat(TOWN.page(staff, "/worklist/sight?task=" + item.id()))
                    .as("as if there were none")
                    .isEqualTo(TOWN.page(staff, "/worklist/sight?task=999999999"));
            assertThat(TOWN.complete(staff, item.id()).getStatus()).isEqualTo(404);
            assertThat(TOWN.send(staff, address + "/notes", "text", "x").getStatus())
                    .isEqualTo(404);
        });
    }

    /** Whoever may see an item is offered no post all of whose people are out. */
    private void targets(World world, Staff staff, Item item) {
        String page = TOWN.page(staff, "/tasks/" + item.id());
        if (page.contains("/tasks/" + item.id() + "/errand\"")) {
            String ask = TOWN.page(staff, "/tasks/" + item.id() + "/errand");
            world.people.stream()
                    .filter(one -> world.out(one, item.matter()))
                    .forEach(one -> assertThat(ask).doesNotContain(one.id().toString()));
        }
        for (String group : POSTS) {
            boolean somebody =
                    world.people.stream().anyMatch(one -> one.holds(Post.of(group)) && !world.out(one, item.matter()));
            if (!somebody) {
                assertThat(page).doesNotContain("<option value=\"" + group + "\"");
            }
        }
    }
}
