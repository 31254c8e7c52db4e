package org.qipan.campaign;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.qipan.directory.Directory;
import org.qipan.directory.Duty;
import org.qipan.directory.Post;
import org.qipan.directory.Staff;
import org.qipan.directory.Unit;
import org.qipan.directory.UnitKind;

/** A directory of one town with its 19 villages and eleven departments, and one city above. */
public final class Town implements Directory {

    public static final String CITY = "442000000000";
    public static final String TOWN = "442000007000";
    public static final Post OFFICER = new Post("township-officer", TOWN);
    public static final Post LEADER = new Post("township-leader", TOWN);
    public static final Staff DRAFTER = staff(1, OFFICER);
    public static final Staff CHIEF = staff(2, LEADER);
    public static final List<String> VILLAGES = Stream.of(
                    "001", "002", "003", "201", "202", "203", "204", "205", "206", "207", "208", "209", "210", "211",
                    "212", "213", "214", "215", "217")
            .map("442000007"::concat)
            .toList();

    private final List<Unit> units = new ArrayList<>();
    /** Posts nobody holds. */
    public final List<Post> vacant = new ArrayList<>();

    Town() {
        add(CITY, "中山市", UnitKind.PREFECTURE, null);
        add(TOWN, "民众街道", UnitKind.TOWNSHIP, CITY);
        VILLAGES.forEach(code -> add(code, "村" + code.substring(9), UnitKind.VILLAGE, TOWN));
        for (int n = 1; n <= 11; n++) {
            add("%s-%02d".formatted(TOWN, n), "部门" + n, UnitKind.DEPARTMENT, TOWN);
        }
    }

    public static Staff staff(long n, Post... posts) {
        return new Staff(new UUID(0, n), "u" + n, "岗位" + n, true, List.of(posts));
    }

    private void add(String code, String name, UnitKind kind, String parent) {
        units.add(new Unit(
                code, name, kind, parent, Long.parseLong(code.substring(0, 12)), LocalDate.of(2018, 1, 1), null));
    }

    @Override
    public Optional<Unit> find(String code) {
        return units.stream().filter(u -> u.code().equals(code)).findFirst();
    }

    @Override
    public Unit unit(String code) {
        return find(code).orElseThrow();
    }

    @Override
    public List<Unit> lower(String code) {
        return units.stream()
                .filter(u -> code.equals(u.parent()) && u.kind() != UnitKind.DEPARTMENT)
                .toList();
    }

    @Override
    public List<Unit> departments(String code) {
        return units.stream()
                .filter(u -> code.equals(u.parent()) && u.kind() == UnitKind.DEPARTMENT)
                .toList();
    }

    @Override
    public Optional<Unit> upper(String code) {
        return find(code).flatMap(u -> Optional.ofNullable(u.parent())).flatMap(this::find);
    }

    @Override
    public boolean covers(String upper, String unit) {
        return upper.equals(unit)
                || upper(unit).map(u -> covers(upper, u.code())).orElse(false);
    }

    @Override
    public long ownerArea(String code) {
        return 442000000000L;
    }

    @Override
    public List<Unit> search(String text, String within, int limit) {
        return units.stream().filter(u -> u.name().contains(text)).limit(limit).toList();
    }

    @Override
    public Optional<String> role(UnitKind kind, Duty duty) {
        String level = switch (kind) {
            case VILLAGE -> "village";
            case TOWNSHIP -> "township";
            case PREFECTURE -> "city";
            default -> "department";
        };
        return Optional.of(
                switch (duty) {
                    case WORKER -> level + (kind == UnitKind.VILLAGE ? "-worker" : "-officer");
                    case HEAD -> level + (kind == UnitKind.VILLAGE ? "-head" : "-leader");
                    case REVIEWER -> level + "-officer";
                });
    }

    @Override
    public List<Staff> holders(Post post) {
        return vacant.contains(post) ? List.of() : List.of(staff(9, post));
    }

    @Override
    public Optional<Staff> staff(UUID id) {
        return Optional.empty();
    }

    @Override
    public String title(Post post) {
        return unit(post.unit()).name() + " · " + post.role();
    }
}
