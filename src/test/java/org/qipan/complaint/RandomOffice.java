package org.qipan.complaint;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.qipan.SignedIn;
import org.qipan.directory.Post;
import org.qipan.directory.Staff;
import org.qipan.directory.Staffing;
import org.qipan.filing.Channel;
import org.qipan.filing.Filing;
import org.qipan.filing.Mode;
import org.qipan.recusal.RecusalRequests;
import org.qipan.remit.ReceivingDesk;
import org.qipan.task.DemoDesk;
import org.qipan.worklist.HeldPosts;
import org.qipan.worklist.Refused;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.request.MockMvcRequestBuilders;
import org.springframework.web.context.WebApplicationContext;
import org.springframework.web.server.ResponseStatusException;

/**
 * One random city with its people, substitutions and petition matters, in a place of its own. Who must not know of a matter is worked out
 * here once more, without the product's rules and without SQL of theirs.
 */
final class RandomOffice {

    static final String TITLE = "案由丙";
    static final String DIGEST = "租客陈述";
    private static final AtomicInteger CITIES = new AtomicInteger(90);

    final long seed;
    final List<String> units = new ArrayList<>();
    final List<Staff> people = new ArrayList<>();
    final List<Known> matters = new ArrayList<>();
    final SignedIn pages;
    private final Random random;
    private final ApplicationContext context;
    private final JdbcClient jdbc;
    private final List<StandIn> standIns = new ArrayList<>();
    private final List<String> towns = new ArrayList<>();
    private final List<String> villages = new ArrayList<>();
    private final List<String> offices = new ArrayList<>();
    private final String city;

    /** @param id null where nobody may take it @param out units that must not know of it @param named names of people who must not */
    record Known(@Nullable UUID id, int no, String mark, Set<String> out, Set<String> named) {}

    record Item(long id, String key, Post post, boolean open) {}

    /** @param reached it runs today or later */
    private record StandIn(Staff absent, Staff substitute, boolean reached, boolean running) {}

    RandomOffice(ApplicationContext context, long seed) {
        this.context = context;
        this.seed = seed;
        random = new Random(seed);
        jdbc = context.getBean(JdbcClient.class);
        pages = new SignedIn((WebApplicationContext) context);
        city = "44" + CITIES.getAndIncrement() % 100 + "00000000";
        tree();
        employ();
    }

    private void tree() {
        if (jdbc.sql("select count(*) from unit where code = ?")
                        .param(city)
                        .query(Integer.class)
                        .single()
                == 0) {
            unit(city, "prefecture", null);
        }
        units.add(city);
        for (int t = 1; t <= 1 + random.nextInt(2); t++) {
            String town = city.substring(0, 6) + "00" + t + "000";
            towns.add(town);
            unit(town, "township", city);
            for (int v = 1; v <= 1 + random.nextInt(2); v++) {
                villages.add(town.substring(0, 9) + "20" + v);
                unit(villages.get(villages.size() - 1), "village", town);
            }
            for (int o = 0; o < random.nextInt(3); o++) {
                offices.add(town + "-0" + (o + 3));
                unit(offices.get(offices.size() - 1), "department", town);
            }
        }
        units.addAll(towns);
        units.addAll(villages);
        units.addAll(offices);
    }

    private void unit(String code, String kind, @Nullable String parent) {
        jdbc.sql("""
                        insert into unit (code, kind, parent, area, valid_from) values (?, ?, ?, ?, date '2000-01-01')
                        on conflict (code) do nothing""")
                .params(code, kind, parent, Long.parseLong(code.substring(0, 12)))
                .update();
        jdbc.sql("""
                        insert into unit_name (unit, valid_from, official, short, name, initials, pinyin)
                        values (?, date '2000-01-01', ?, ?, ?, 'x', 'x') on conflict do nothing
                        """).params(code, "单位" + code, "单位" + code, "单位" + code).update();
    }

    private void employ() {
        List<String> posts =
                new ArrayList<>(List.of("city-officer@" + city, "city-leader@" + city, "complaint-officer@" + city));
        towns.forEach(town -> posts.addAll(List.of(
                "complaint-officer@" + town,
                "complaint-officer@" + town,
                "township-officer@" + town,
                "township-leader@" + town)));
        villages.forEach(village -> posts.addAll(List.of("village-worker@" + village, "village-head@" + village)));
        offices.forEach(office -> posts.add("department-officer@" + office));
        for (int i = 0; i < 7; i++) {
            Set<Post> held = new LinkedHashSet<>();
            held.add(Post.of(i < 3 ? posts.get(2 + i) : pick(posts)));
            if (random.nextInt(3) == 0) {
                held.add(Post.of(pick(posts)));
            }
            people.add(arrived("人" + city.substring(2, 4) + i, held));
        }
        for (int n = random.nextInt(4); n > 0; n--) {
            standIn(pick(people), pick(people), random.nextInt(3));
        }
    }

    private Staff arrived(String name, Set<Post> held) {
        return context.getBean(Staffing.class).refresh(UUID.randomUUID(), "r" + UUID.randomUUID(), name, held);
    }

    /** Written past the rules. @param when 0 over, 1 running, 2 to come */
    private void standIn(Staff absent, Staff substitute, int when) {
        if (absent.equals(substitute)) {
            return;
        }
        LocalDate today = today();
        LocalDate from = today.plusDays(when == 0 ? -9 : when == 1 ? -1 : 5);
        jdbc.sql("""
                        insert into substitution (id, absent, substitute, from_day, to_day, units, as_unit, made_by, made_at)
                        values (?, ?, ?, ?, ?, ?, ?, ?, now())
                        """)
                .params(
                        UUID.randomUUID(),
                        absent.id(),
                        substitute.id(),
                        from,
                        from.plusDays(3),
                        units.toArray(String[]::new),
                        substitute.posts().get(0).unit(),
                        absent.id())
                .update();
        standIns.add(new StandIn(absent, substitute, when > 0, when == 1));
    }

    /** Matters come in, people work on them as the product lets them, some leave. */
    void live() {
        for (int no = 0; no < 3; no++) {
            file(no);
        }
        List<Known> filed = matters.stream().filter(one -> one.id() != null).toList();
        if (filed.isEmpty()) {
            return;
        }
        people.forEach(one -> filed.forEach(
                matter -> jdbc.sql("insert into follow (staff, case_id, since, seen) values (?, ?, now(), now())")
                        .params(one.id(), matter.id())
                        .update()));
        for (int n = 0; n < 12; n++) {
            act(pick(filed));
        }
    }

    private void file(int no) {
        String concerned = random.nextInt(2) == 0 ? null : pick(units);
        List<String> hidden = random.nextInt(2) == 0 ? List.of() : List.of(pick(units));
        Set<String> out = new LinkedHashSet<>(hidden);
        if (concerned != null) {
            out.add(concerned);
        }
        Set<String> named = new LinkedHashSet<>();
        for (int n = random.nextInt(3); n > 0; n--) {
            named.add(pick(people).name());
        }
        Filing filing = new Filing(
                Channel.WEB,
                Mode.values()[random.nextInt(3)],
                DIGEST + "原话",
                pick(villages),
                concerned,
                named.isEmpty() ? null : "村支书" + named.iterator().next() + "等人",
                hidden,
                String.join("、", named),
                Matter.WANG,
                true,
                List.of(),
                null,
                null,
                1);
        try {
            matters.add(new Known(
                    context.getBean(Complaints.class).file(filing, null, null),
                    no,
                    TITLE + seed + "n" + no + "e",
                    out,
                    named));
        } catch (Refused e) {
            matters.add(new Known(null, no, TITLE + seed + "n" + no + "e", out, named));
        }
    }

    private void act(Known matter) {
        List<Item> open = items(matter).stream().filter(Item::open).toList();
        Staff by = pick(people);
        try {
            switch (random.nextInt(8)) {
                case 3 -> {
                    String name = pick(people).name();
                    if (pages.send(by, "/complaints/" + matter.id() + "/persons", "name", name)
                                    .getStatus()
                            == 303) {
                        matter.named().add(name);
                    }
                }
                case 4 ->
                    people.add(
                            arrived(pick(people).name(), Set.copyOf(pick(people).posts())));
                case 0 -> pages.send(by, "/complaints/" + matter.id() + "/recusal", "ground", "own", "reason", "亲属");
                case 1 ->
                    pages.send(
                            by,
                            "/complaints/" + matter.id() + "/recusal",
                            "staff",
                            pick(people).id().toString(),
                            "ground",
                            "relative",
                            "reason",
                            "近亲");
                case 2 ->
                    context.getBean(RecusalRequests.class)
                            .ask(matter.id(), pick(List.of("desk", "handler", "head")), "他是亲戚");
                default -> {
                    if (!open.isEmpty()) {
                        Item item = open.get(0);
                        people.stream()
                                .filter(one -> one.holds(item.post()) && !out(one, matter))
                                .findFirst()
                                .ifPresent(one -> work(matter, item, one));
                    }
                }
            }
        } catch (Refused | IllegalArgumentException | NoSuchElementException | ResponseStatusException e) {
            // As the product says: not now, not this person, nobody there.
            assert e.getMessage() != null || e instanceof Refused;
        }
    }

    private void work(Known matter, Item item, Staff by) {
        DemoDesk desk = context.getBean(DemoDesk.class);
        switch (item.key()) {
            case ComplaintProcess.SORT ->
                desk.complete(
                        item.id(),
                        by,
                        "kind",
                        "complaint",
                        "title",
                        matter.mark(),
                        "digest",
                        DIGEST + "押金未退" + matter.mark(),
                        "route",
                        pick(List.of("petition", "petition", "forwarded")),
                        "lead",
                        pick(units));
            case ComplaintProcess.HANDLE, ComplaintProcess.RECEIVE ->
                desk.complete(
                        item.id(),
                        by,
                        "decision",
                        pick(List.of("opinion", "taken", "objected")),
                        "reason",
                        "不属于本单位",
                        "verdict",
                        "refuse",
                        "facts",
                        "已查",
                        "opinion",
                        "不支持",
                        "basis",
                        "民法典");
            case ComplaintProcess.DECIDE ->
                desk.complete(item.id(), by, "decision", pick(List.of("agreed", "insisted")), "reason", "属地");
            case ComplaintProcess.SIGN -> desk.complete(item.id(), by, "decision", "signed");
            default -> {}
        }
    }

    List<Item> items(Known matter) {
        if (matter.id() == null) {
            return List.of();
        }
        return jdbc.sql("select id, key, role, unit, state from work_item where case_id = ? order by id")
                .param(matter.id())
                .query((row, n) -> new Item(
                        row.getLong("id"),
                        row.getString("key"),
                        new Post(row.getString("role"), row.getString("unit")),
                        row.getString("state").equals("open")))
                .list();
    }

    List<UUID> files(Known matter) {
        return jdbc.sql("select id from file where case_id = ?")
                .param(matter.id())
                .query(UUID.class)
                .list();
    }

    /** Tasks of those who decide on a request for recusal, without those whom this person is to decide. */
    List<Long> requests(Known matter, Staff reader) {
        return jdbc
                .sql(
                        "select w.id, w.key, w.role, w.unit from recusal_request r join work_item w on w.case_id = r.id where r.case_id = ? and w.state = 'open'")
                .param(matter.id())
                .query((row, n) -> new Item(
                        row.getLong("id"),
                        row.getString("key"),
                        new Post(row.getString("role"), row.getString("unit")),
                        true))
                .list()
                .stream()
                .filter(item -> out(reader, matter) || !posts(reader, matter).contains(item.post()))
                .map(Item::id)
                .toList();
    }

    /** Complained of, kept out, by unit or by name, standing in for one of those, or recused. */
    boolean out(Staff staff, Known matter) {
        return matter.id() == null
                || meant(staff, matter)
                || standIns.stream()
                        .anyMatch(one -> one.reached() && one.substitute().equals(staff) && meant(one.absent(), matter))
                || jdbc.sql("select count(*) from recusal where case_id = ? and staff = ? and lifted_at is null")
                                .params(matter.id(), staff.id())
                                .query(Integer.class)
                                .single()
                        > 0;
    }

    private boolean meant(Staff staff, Known matter) {
        return sitsWithin(staff, matter) || matter.named().contains(staff.name());
    }

    private boolean sitsWithin(Staff staff, Known matter) {
        return staff.posts().stream().anyMatch(post -> matter.out().stream().anyMatch(out -> within(post.unit(), out)));
    }

    private boolean within(String unit, String above) {
        return unit.equals(above)
                || above.equals(city)
                || towns.contains(above) && unit.startsWith(above.substring(0, 9))
                || villages.contains(above) && unit.startsWith(above);
    }

    /** Whether he may read its name somewhere: not who is out, and of a sealed one only who was given it. */
    boolean mayKnow(Staff staff, Known matter) {
        return !out(staff, matter) && (!sealed(matter) || given(staff, matter));
    }

    /** Whether he may open its page: of one that is not sealed leaders and officers of the area above as well. */
    boolean mayOpen(Staff staff, Known matter) {
        return mayKnow(staff, matter)
                && (given(staff, matter)
                        || staff.posts().stream()
                                .anyMatch(post -> post.role().endsWith("-leader")
                                        || post.role().equals(ReceivingDesk.OFFICER)));
    }

    private boolean sealed(Known matter) {
        return jdbc.sql("select sealed from complaint where id = ?")
                .param(matter.id())
                .query(Boolean.class)
                .single();
    }

    /** His own, and those of people for whom he stands in here. */
    private List<Post> posts(Staff staff, Known matter) {
        List<Post> theirs = new ArrayList<>(staff.posts());
        standIns.stream()
                .filter(one -> one.running() && one.substitute().equals(staff) && !out(one.absent(), matter))
                .forEach(one -> theirs.addAll(one.absent().posts()));
        return theirs;
    }

    private boolean given(Staff staff, Known matter) {
        List<Post> theirs = posts(staff, matter);
        return items(matter).stream().anyMatch(item -> theirs.contains(item.post()))
                || jdbc
                        .sql("select array_remove(array[desk, forwarder], null) from complaint where id = ?")
                        .param(matter.id())
                        .query((row, n) -> List.of((String[]) row.getArray(1).getArray()))
                        .single()
                        .stream()
                        .anyMatch(unit -> theirs.contains(ReceivingDesk.officer(unit)));
    }

    List<Post> above(Post post, UUID matter) {
        return context.getBean(HeldPosts.class).above(post, matter).stream().toList();
    }

    String body(Staff reader, String url) {
        MockHttpServletResponse answer = pages.ask(reader, MockMvcRequestBuilders.get(url));
        // What he typed himself is no answer.
        return SignedIn.text(answer);
    }

    Instant now() {
        return context.getBean(java.time.Clock.class).instant();
    }

    private LocalDate today() {
        return LocalDate.now(context.getBean(java.time.Clock.class));
    }

    /** Nobody of them works anywhere any more. */
    void leave() {
        people.forEach(one -> {
            jdbc.sql("delete from substitution where absent = :id or substitute = :id")
                    .param("id", one.id())
                    .update();
            jdbc.sql("delete from staff_post where staff = ?").param(one.id()).update();
        });
    }

    private <T> T pick(List<T> list) {
        return list.get(random.nextInt(list.size()));
    }
}
