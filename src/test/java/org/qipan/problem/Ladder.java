package org.qipan.problem;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.qipan.directory.Duty;
import org.qipan.directory.Post;
import org.qipan.directory.Staff;
import org.qipan.directory.Unit;
import org.qipan.directory.UnitKind;
import org.qipan.worklist.FakeDirectory;

/** Two ladders of levels: Zhongshan without a county, Xiamen with one. */
final class Ladder extends FakeDirectory {

    static final String VILLAGE = "442000007201";
    static final String NEIGHBOUR = "442000007202";
    static final String TOWN = "442000007000";
    static final String OFFICE = "442000007000-03";
    static final String CITY = "442000000000";
    static final String PROVINCE = "440000000000";
    static final String TONGAN_VILLAGE = "350212104201";
    static final String TONGAN_TOWN = "350212104000";
    static final String TONGAN = "350212000000";
    static final String XIAMEN = "350200000000";

    private static final Map<String, String> NAMES = Map.of(
            VILLAGE,
            "新伦村",
            NEIGHBOUR,
            "民平村",
            TOWN,
            "民众街道",
            OFFICE,
            "社会事务办",
            CITY,
            "中山市",
            PROVINCE,
            "广东省",
            TONGAN_VILLAGE,
            "西塘村",
            TONGAN_TOWN,
            "西柯镇",
            TONGAN,
            "同安区",
            XIAMEN,
            "厦门市");
    private static final Map<String, String> UPPER = Map.of(
            VILLAGE,
            TOWN,
            NEIGHBOUR,
            TOWN,
            OFFICE,
            TOWN,
            TOWN,
            CITY,
            CITY,
            PROVINCE,
            TONGAN_VILLAGE,
            TONGAN_TOWN,
            TONGAN_TOWN,
            TONGAN,
            TONGAN,
            XIAMEN);

    /** A person who holds posts, from now on. */
    Staff person(Post... posts) {
        Staff staff = new Staff(UUID.randomUUID(), "u" + people.size(), "经办人", true, List.of(posts));
        people.add(staff);
        return staff;
    }

    @Override
    public Optional<Unit> find(String code) {
        return NAMES.containsKey(code) ? Optional.of(unit(code)) : Optional.empty();
    }

    @Override
    public Unit unit(String code) {
        Unit unit = super.unit(code);
        String name = NAMES.getOrDefault(code, code);
        return new Unit(code, name, unit.kind(), UPPER.get(code), unit.area(), LocalDate.of(2000, 1, 1), null);
    }

    @Override
    public Optional<Unit> upper(String code) {
        return Optional.ofNullable(UPPER.get(code)).map(this::unit);
    }

    @Override
    public List<Unit> lower(String code) {
        return code.equals(TOWN) ? List.of(unit(VILLAGE), unit(NEIGHBOUR)) : List.of();
    }

    @Override
    public Optional<String> role(UnitKind kind, Duty duty) {
        if (duty == Duty.WORKER && (kind == UnitKind.COUNTY || kind == UnitKind.PROVINCE)) {
            return Optional.of(kind == UnitKind.COUNTY ? "district-officer" : "province-officer");
        }
        return super.role(kind, duty);
    }

    @Override
    public String title(Post post) {
        return NAMES.getOrDefault(post.unit(), post.unit()) + " · "
                + post.role().toLowerCase(Locale.ROOT);
    }
}
