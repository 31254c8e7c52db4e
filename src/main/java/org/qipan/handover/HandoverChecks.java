package org.qipan.handover;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.qipan.directory.Directory;
import org.qipan.directory.Post;
import org.qipan.directory.Staff;
import org.qipan.staff.PostRules;
import org.springframework.stereotype.Component;

/** Looks at a hand-over as a whole before anything happens. */
@Component
class HandoverChecks {

    private final Directory directory;
    private final OpenItems open;
    private final PostRules rules;

    HandoverChecks(Directory directory, OpenItems open, PostRules rules) {
        this.directory = directory;
        this.open = open;
        this.rules = rules;
    }

    /** What only the whole shows: posts left without a holder, and rules about several posts of one person. */
    List<HandoverRow> whole(List<HandoverRow> rows, Staff admin) {
        Set<UUID> leaving = rows.stream()
                .filter(HandoverRow::leaves)
                .map(HandoverRow::giver)
                .filter(Objects::nonNull)
                .collect(Collectors.toSet());
        Map<Post, Set<UUID>> after = rows.stream()
                .map(HandoverRow::post)
                .distinct()
                .collect(Collectors.toMap(Function.identity(), post -> after(post, rows, leaving)));
        return rows.stream()
                .map(row -> row.error() == null
                        ? wrong(row, rows, after, leaving, admin)
                                .map(row::refused)
                                .orElse(row)
                        : row)
                .toList();
    }

    private Set<UUID> after(Post post, List<HandoverRow> rows, Set<UUID> leaving) {
        Set<UUID> holders = new HashSet<>();
        directory.holders(post).forEach(holder -> holders.add(holder.id()));
        holders.removeAll(leaving);
        for (HandoverRow row : rows) {
            if (row.post().equals(post) && row.taker() != null) {
                holders.remove(row.giver());
            }
        }
        rows.stream()
                .filter(row -> row.post().equals(post) && row.taker() != null)
                .forEach(row -> holders.add(row.taker()));
        return holders;
    }

    private Optional<String> wrong(
            HandoverRow row, List<HandoverRow> rows, Map<Post, Set<UUID>> after, Set<UUID> leaving, Staff admin) {
        if (row.changes()
                && row.items() > 0
                && after.getOrDefault(row.post(), Set.of()).isEmpty()) {
            return Optional.of("handover.refused.nobody");
        }
        if (row.taker() != null && leaving.contains(row.taker())) {
            return Optional.of("handover.refused.leaving");
        }
        if (row.leaves() && row.giver() != null && leavesMore(row.giver(), rows)) {
            return Optional.of("handover.refused.more");
        }
        if (row.leaves() && admin.id().equals(row.giver())) {
            return Optional.of("staff.refused.self");
        }
        return Optional.ofNullable(row.taker()).flatMap(directory::staff).flatMap(taker -> {
            Set<Post> wanted = new HashSet<>(taker.posts());
            wanted.add(row.post());
            return rules.refusal(admin, Set.copyOf(taker.posts()), wanted);
        });
    }

    /** Whether somebody who leaves holds another post in which something waits and which nobody else holds. */
    private boolean leavesMore(UUID giver, List<HandoverRow> rows) {
        Set<Post> covered = rows.stream().map(HandoverRow::post).collect(Collectors.toSet());
        return directory.staff(giver).stream()
                .flatMap(staff -> staff.posts().stream())
                .filter(post -> !covered.contains(post))
                .anyMatch(
                        post -> open.count(post) > 0 && directory.holders(post).size() < 2);
    }
}
