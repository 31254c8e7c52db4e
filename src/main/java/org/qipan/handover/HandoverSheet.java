package org.qipan.handover;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.qipan.directory.Directory;
import org.qipan.directory.Post;
import org.qipan.directory.Roles;
import org.qipan.directory.Staff;
import org.qipan.page.Fields;
import org.qipan.staff.AdminArea;
import org.springframework.stereotype.Component;
import org.springframework.util.MultiValueMap;

/** The rows of a hand-over: offered, and read from the form. */
@Component
class HandoverSheet {

    private final Directory directory;
    private final OpenItems open;
    private final Takers takers;
    private final HandoverChecks checks;

    HandoverSheet(Directory directory, OpenItems open, Takers takers, HandoverChecks checks) {
        this.directory = directory;
        this.open = open;
        this.takers = takers;
        this.checks = checks;
    }

    /** The posts of one person. */
    List<HandoverRow> of(Staff giver) {
        List<HandoverRow> rows = new ArrayList<>();
        for (Post post : giver.posts()) {
            if (!Roles.separated(post.role())) {
                rows.add(row(rows.size(), post, giver.id(), "", null, false, null));
            }
        }
        return rows;
    }

    /** The posts at a unit and below. @param role empty for all */
    List<HandoverRow> at(String unit, String role) {
        List<HandoverRow> rows = new ArrayList<>();
        for (OpenItems.Held held : open.at(unit, role)) {
            rows.add(row(rows.size(), held.post(), held.staff(), "", null, false, null));
        }
        return rows;
    }

    /** What was sent, each row with what is wrong with it. */
    List<HandoverRow> read(MultiValueMap<String, String> sent, Staff admin) {
        AdminArea area = AdminArea.of(admin);
        List<HandoverRow> rows = new ArrayList<>();
        for (int i = 0; i < OpenItems.MOST && sent.containsKey("post" + i); i++) {
            rows.add(read(i, sent, area));
        }
        return checks.whole(rows, admin);
    }

    private HandoverRow read(int at, MultiValueMap<String, String> sent, AdminArea area) {
        Post post = post(Fields.text(sent, "post" + at));
        UUID giver = Fields.id(Fields.text(sent, "giver" + at));
        String typed = Fields.text(sent, "taker" + at);
        boolean leaves = giver != null && sent.containsKey("leaves" + at);
        List<UUID> meant = typed.isEmpty() ? List.of() : takers.meant(typed, area);
        String error = null;
        if (!area.holds(post.unit()) || Roles.separated(post.role()) || !holds(giver, post)) {
            error = "handover.refused.changed";
        } else if (!typed.isEmpty() && meant.size() != 1) {
            error = meant.isEmpty() ? "handover.refused.unknown" : "handover.refused.several";
        } else if (meant.size() == 1 && meant.get(0).equals(giver)) {
            error = "handover.refused.same";
        }
        return row(at, post, giver, typed, meant.size() == 1 ? meant.get(0) : null, leaves, error);
    }

    private boolean holds(@Nullable UUID giver, Post post) {
        return giver == null
                || directory
                        .staff(giver)
                        .filter(Staff::enabled)
                        .filter(one -> one.holds(post))
                        .isPresent();
    }

    private HandoverRow row(
            int at,
            Post post,
            @Nullable UUID giver,
            String typed,
            @Nullable UUID taker,
            boolean leaves,
            @Nullable String error) {
        int holders = directory.holders(post).size();
        return new HandoverRow(
                at,
                post,
                directory.title(post),
                giver,
                name(giver),
                open.count(post),
                giver == null ? holders : holders - 1,
                typed,
                taker,
                name(taker),
                leaves,
                error);
    }

    private String name(@Nullable UUID staff) {
        return Optional.ofNullable(staff)
                .flatMap(directory::staff)
                .map(Staff::name)
                .orElse("");
    }

    private static Post post(String group) {
        try {
            return Post.of(group);
        } catch (IllegalArgumentException e) {
            return new Post("", "000000000000");
        }
    }
}
