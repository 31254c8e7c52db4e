package org.qipan.remit;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.qipan.directory.Directory;
import org.qipan.directory.Duty;
import org.qipan.directory.Post;
import org.qipan.directory.Unit;
import org.qipan.worklist.HeldPosts;
import org.springframework.stereotype.Component;

/**
 * Which post a matter goes to. Nothing goes to the unit it complains of, nor to one below that unit (信访工作条例 arts. 28, 30), nor to one the
 * petitioner keeps out: then it goes one level up, as far as levels go.
 */
@Component
public class ReceivingDesk {

    public static final String OFFICER = "complaint-officer";

    private final Directory directory;
    private final HeldPosts posts;

    ReceivingDesk(Directory directory, HeldPosts posts) {
        this.directory = directory;
        this.posts = posts;
    }

    /**
     * The unit whose complaint officers take it; empty if nobody here may.
     *
     * @param hidden units that the petitioner wants kept out of it: where one of them would take it, it goes one level up as well
     * @param people who must not know of it; so do desks where nobody else works
     */
    public Optional<String> of(
            @Nullable String place, @Nullable String concerned, List<String> hidden, Collection<UUID> people) {
        List<String> out =
                Stream.concat(Stream.ofNullable(concerned), hidden.stream()).toList();
        String from = place == null ? concerned : place;
        Optional<Unit> unit = from == null ? Optional.empty() : directory.find(from);
        while (unit.isPresent()) {
            String code = unit.get().code();
            if (out.stream().noneMatch(one -> meant(one, code)) && posts.held(officer(code), out, people)) {
                return Optional.of(code);
            }
            unit = directory.upper(code);
        }
        return Optional.empty();
    }

    /** Whether a unit is the one complained of, or lies below it. */
    public boolean meant(@Nullable String concerned, String unit) {
        return concerned != null && directory.covers(concerned, unit);
    }

    /** Who works on a matter at the unit that handles it; empty if nobody there may know of it. */
    public Optional<Post> handler(String unit, @Nullable UUID complaint) {
        return directory
                .find(unit)
                .flatMap(here -> post(here, Duty.WORKER))
                .filter(post -> posts.held(post, complaint));
    }

    /**
     * Who answers for what a unit says: its head, or the next one above where it has none. A department's officer heads it as well as he
     * works there, so what he writes is signed above him.
     */
    public Optional<Post> head(String unit, @Nullable UUID complaint) {
        Optional<Unit> at = directory.find(unit);
        Optional<Post> own = at.flatMap(here -> post(here, Duty.HEAD)).filter(post -> posts.held(post, complaint));
        return own.filter(post -> at.flatMap(here -> post(here, Duty.WORKER))
                        .filter(post::equals)
                        .isEmpty())
                .or(() -> posts.above(unit, Duty.HEAD, complaint))
                .or(() -> own);
    }

    /** The unit itself, or the nearest above it whose complaint officers may know of a matter; empty if nobody may. */
    public Optional<String> free(String unit, UUID complaint) {
        Optional<Unit> at = directory.find(unit);
        while (at.isPresent() && !officers(at.get().code(), complaint)) {
            at = directory.upper(at.get().code());
        }
        return at.map(Unit::code);
    }

    /** Who decides between two units: complaint officers of the nearest level above both. */
    public Optional<Post> superior(String unit, UUID complaint) {
        return posts.above(officer(unit), complaint);
    }

    /** Whether complaint officers of a unit may have it. */
    public boolean officers(String unit, @Nullable UUID complaint) {
        return posts.held(officer(unit), complaint);
    }

    public static Post officer(String unit) {
        return new Post(OFFICER, unit);
    }

    private Optional<Post> post(Unit unit, Duty duty) {
        return directory.role(unit.kind(), duty).map(role -> new Post(role, unit.code()));
    }
}
