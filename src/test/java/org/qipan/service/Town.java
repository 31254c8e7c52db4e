package org.qipan.service;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.qipan.directory.Directory;
import org.qipan.directory.Duty;
import org.qipan.directory.Post;
import org.qipan.directory.Staff;
import org.qipan.directory.Unit;
import org.qipan.directory.UnitKind;
import org.springframework.context.support.ResourceBundleMessageSource;

/** A city, two towns, three villages and a health centre, with the people the tests need. */
public final class Town implements Directory {

    public static final String CITY = "442000000000";
    public static final String TOWN = "442000007000";
    public static final String OTHER_TOWN = "442000008000";
    public static final String XINLUN = "442000007201";
    public static final String MINPING = "442000007202";
    public static final String YICANG = "442000007203";
    public static final String CLINIC = "442000007000-11";

    public static final Staff WORKER = staff(1, new Post("village-worker", XINLUN));
    public static final Staff NEIGHBOUR = staff(2, new Post("village-worker", MINPING));
    public static final Staff OFFICER = staff(3, new Post("township-officer", TOWN));
    public static final Staff LEADER = staff(4, new Post("township-leader", TOWN));
    public static final Staff NURSE = staff(5, new Post("service-provider", CLINIC));
    public static final Staff CITY_OFFICER = staff(6, new Post("city-officer", CITY));
    public static final Staff HEAD = staff(7, new Post("village-head", XINLUN));

    /** Friday 2026-11-20, 10:00. */
    public static final Clock CLOCK = Clock.fixed(Instant.parse("2026-11-20T02:00:00Z"), ZoneId.of("Asia/Shanghai"));

    private final Map<String, Unit> units = new LinkedHashMap<>();

    public Town() {
        add(CITY, "中山市", UnitKind.PREFECTURE, null);
        add(TOWN, "民众街道", UnitKind.TOWNSHIP, CITY);
        add(OTHER_TOWN, "三角镇", UnitKind.TOWNSHIP, CITY);
        add(XINLUN, "新伦村民委员会", UnitKind.VILLAGE, TOWN);
        add(MINPING, "民平村民委员会", UnitKind.VILLAGE, TOWN);
        add(YICANG, "义仓村民委员会", UnitKind.VILLAGE, TOWN);
        add(CLINIC, "民众社区卫生服务中心", UnitKind.INSTITUTION, TOWN);
    }

    private static Staff staff(int number, Post post) {
        return new Staff(new UUID(0, number), post.group(), post.group(), true, List.of(post));
    }

    private void add(String code, String name, UnitKind kind, String parent) {
        long area = Long.parseLong(code.substring(0, 12));
        units.put(code, new Unit(code, name, kind, parent, area, LocalDate.of(2015, 1, 1), null));
    }

    public static ResourceBundleMessageSource messages() {
        var messages = new ResourceBundleMessageSource();
        messages.setBasenames(
                "messages/service",
                "messages/figure",
                "messages/vocabulary",
                "messages/report",
                "messages/open",
                "messages/resident");
        messages.setDefaultEncoding("UTF-8");
        messages.setFallbackToSystemLocale(false);
        return messages;
    }

    @Override
    public Optional<Unit> find(String code) {
        return Optional.ofNullable(units.get(code));
    }

    @Override
    public Unit unit(String code) {
        return find(code).orElseThrow();
    }

    @Override
    public List<Unit> lower(String code) {
        return below(code, false);
    }

    @Override
    public List<Unit> departments(String code) {
        return below(code, true);
    }

    private List<Unit> below(String code, boolean departments) {
        List<Unit> found = new ArrayList<>();
        for (Unit unit : units.values()) {
            if (code.equals(unit.parent()) && unit.code().contains("-") == departments) {
                found.add(unit);
            }
        }
        return found;
    }

    @Override
    public Optional<Unit> upper(String code) {
        return find(code).map(Unit::parent).flatMap(this::find);
    }

    @Override
    public boolean covers(String upper, String unit) {
        for (Optional<Unit> at = find(unit); at.isPresent(); at = upper(at.get().code())) {
            if (at.get().code().equals(upper)) {
                return true;
            }
        }
        return false;
    }

    @Override
    public long ownerArea(String code) {
        return Long.parseLong(CITY);
    }

    @Override
    public List<Unit> search(String text, String within, int limit) {
        return units.values().stream()
                .filter(unit -> unit.name().contains(text))
                .limit(limit)
                .toList();
    }

    @Override
    public Optional<String> role(UnitKind kind, Duty duty) {
        return Optional.of(kind.key() + "-" + duty);
    }

    @Override
    public List<Staff> holders(Post post) {
        return List.of(WORKER, NEIGHBOUR, OFFICER, LEADER, NURSE, CITY_OFFICER, HEAD).stream()
                .filter(staff -> staff.holds(post))
                .toList();
    }

    @Override
    public Optional<Staff> staff(UUID id) {
        return List.of(WORKER, NEIGHBOUR, OFFICER, LEADER, NURSE, CITY_OFFICER, HEAD).stream()
                .filter(staff -> staff.id().equals(id))
                .findFirst();
    }

    @Override
    public String title(Post post) {
        return unit(post.unit()).name() + " · " + post.role();
    }
}
