package org.qipan.worklist;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import org.qipan.directory.Directory;
import org.qipan.directory.Duty;
import org.qipan.directory.Post;
import org.qipan.directory.Staff;
import org.qipan.directory.Unit;
import org.qipan.directory.UnitKind;

/** Every code is a unit; its levels follow from its digits. */
public class FakeDirectory implements Directory {

    public final List<Staff> people = new CopyOnWriteArrayList<>();

    @Override
    public Optional<Unit> find(String code) {
        return Optional.of(unit(code));
    }

    @Override
    public Unit unit(String code) {
        long area = Long.parseLong(code.substring(0, 12));
        UnitKind kind = code.contains("-")
                ? UnitKind.DEPARTMENT
                : UnitKind.valueOf(Levels.column(area).toUpperCase(java.util.Locale.ROOT));
        return new Unit(code, "单位" + code, kind, null, area, LocalDate.of(2000, 1, 1), null);
    }

    @Override
    public List<Unit> lower(String code) {
        return List.of();
    }

    @Override
    public List<Unit> departments(String code) {
        return List.of();
    }

    @Override
    public Optional<Unit> upper(String code) {
        return code.equals(Workroom.VILLAGE) ? Optional.of(unit(Workroom.TOWN)) : Optional.empty();
    }

    @Override
    public boolean covers(String upper, String unit) {
        return unit.startsWith(upper.replaceFirst("0+$", ""));
    }

    @Override
    public long ownerArea(String code) {
        return 442000000000L;
    }

    @Override
    public List<Unit> search(String text, String within, int limit) {
        return List.of(unit(text));
    }

    @Override
    public Optional<String> role(UnitKind kind, Duty duty) {
        return Optional.ofNullable(
                switch (kind) {
                    case VILLAGE ->
                        duty == Duty.WORKER
                                ? "village-worker"
                                : duty == Duty.HEAD ? "village-head" : "township-officer";
                    case TOWNSHIP -> duty == Duty.HEAD ? "township-leader" : "township-officer";
                    case PREFECTURE -> duty == Duty.HEAD ? "city-leader" : "city-officer";
                    default -> null;
                });
    }

    @Override
    public List<Staff> holders(Post post) {
        return people.stream().filter(staff -> staff.holds(post)).toList();
    }

    @Override
    public Optional<Staff> staff(UUID id) {
        return people.stream().filter(staff -> staff.id().equals(id)).findFirst();
    }

    @Override
    public String title(Post post) {
        return post.unit() + " · " + post.role();
    }
}
