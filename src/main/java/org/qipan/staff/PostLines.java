package org.qipan.staff;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.qipan.directory.Directory;
import org.qipan.directory.Post;
import org.qipan.directory.Staff;
import org.qipan.directory.Unit;
import org.qipan.directory.UnitPicker;
import org.qipan.page.Fields;
import org.springframework.stereotype.Component;
import org.springframework.util.MultiValueMap;

/** Reads the lines 单位 + 岗位 of a form. */
@Component
class PostLines {

    private static final int MOST = 6;

    private final UnitPicker picker;
    private final PostRules rules;
    private final Directory directory;

    PostLines(UnitPicker picker, PostRules rules, Directory directory) {
        this.picker = picker;
        this.rules = rules;
        this.directory = directory;
    }

    /**
     * A line as it was typed.
     *
     * @param unitField name of its field for the unit; the one for the role follows it
     * @param error message key, null if nothing is wrong
     */
    record Line(
            String unitField,
            String roleField,
            String unit,
            String role,
            @Nullable String error) {}

    /** @param sound whether every line that is not empty names a post */
    record Read(List<Line> lines, Set<Post> posts, boolean sound) {}

    /** One empty line more than are filled in. */
    Read read(MultiValueMap<String, String> sent, Staff admin) {
        AdminArea area = AdminArea.of(admin);
        List<Line> lines = new ArrayList<>();
        Set<Post> posts = new LinkedHashSet<>();
        boolean sound = true;
        for (int i = 0; i < MOST; i++) {
            String unit = Fields.text(sent, "unit" + i);
            String role = Fields.text(sent, "role" + i);
            if (unit.isEmpty() && role.isEmpty()) {
                continue;
            }
            Optional<Post> post = post(unit, role, area);
            String error = post.isEmpty()
                    ? "staff.refused.unit"
                    : rules.unfit(post.get(), area).orElse(null);
            sound &= error == null;
            post.ifPresent(posts::add);
            lines.add(line(lines.size(), post.map(one -> label(one, unit)).orElse(unit), role, error));
        }
        if (lines.size() < MOST) {
            lines.add(line(lines.size(), "", "", null));
        }
        return new Read(lines, posts, sound);
    }

    private String label(Post post, String typed) {
        return directory
                .find(post.unit())
                .map(unit -> picker.label(unit.code()))
                .orElse(typed);
    }

    private Optional<Post> post(String unit, String role, AdminArea area) {
        return role.isEmpty()
                ? Optional.empty()
                : picker.meant(unit, area.within(), null).map(Unit::code).map(code -> new Post(role, code));
    }

    private static Line line(int number, String unit, String role, @Nullable String error) {
        return new Line("unit" + number, "role" + number, unit, role, error);
    }
}
