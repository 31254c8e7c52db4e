package org.qipan.campaign;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.qipan.directory.Directory;
import org.qipan.directory.Duty;
import org.qipan.directory.Post;
import org.qipan.directory.Staff;
import org.qipan.directory.Unit;
import org.qipan.directory.UnitKind;

/** Every code is a unit whose level follows from its zeros: {@code 442000000000} a city without counties, {@code 442000007000} a town. */
class TestDirectory implements Directory {

    @Override
    public Optional<Unit> find(String code) {
        UnitKind kind = code.endsWith("0000000")
                ? UnitKind.PREFECTURE
                : code.endsWith("000") ? UnitKind.TOWNSHIP : UnitKind.VILLAGE;
        String parent = switch (kind) {
            case PREFECTURE -> null;
            case TOWNSHIP -> code.substring(0, 4) + "00000000";
            default -> code.substring(0, 9) + "000";
        };
        return Optional.of(
                new Unit(code, "单位" + code, kind, parent, Long.parseLong(code), LocalDate.of(2009, 1, 1), null));
    }

    @Override
    public Unit unit(String code) {
        return find(code).orElseThrow();
    }

    @Override
    public Optional<String> role(UnitKind kind, Duty duty) {
        String level = switch (kind) {
            case VILLAGE -> "village";
            case TOWNSHIP -> "township";
            default -> "city";
        };
        boolean village = kind == UnitKind.VILLAGE;
        return Optional.ofNullable(
                switch (duty) {
                    case WORKER -> level + (village ? "-worker" : "-officer");
                    case HEAD -> level + (village ? "-head" : "-leader");
                    case REVIEWER -> village ? null : level + "-officer";
                });
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
        return Optional.ofNullable(unit(code).parent()).flatMap(this::find);
    }

    @Override
    public boolean covers(String upper, String unit) {
        return unit.startsWith(upper.replaceAll("0+$", ""));
    }

    @Override
    public long ownerArea(String code) {
        return 442000000000L;
    }

    @Override
    public List<Unit> search(String text, String within, int limit) {
        return List.of();
    }

    @Override
    public List<Staff> holders(Post post) {
        return List.of();
    }

    @Override
    public Optional<Staff> staff(UUID id) {
        return Optional.empty();
    }

    @Override
    public String title(Post post) {
        return post.group();
    }
}
