package org.qipan.report;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.qipan.directory.Directory;
import org.qipan.directory.Duty;
import org.qipan.directory.Post;
import org.qipan.directory.Unit;
import org.qipan.worklist.Copies;
import org.springframework.stereotype.Component;

/** Who gets a signed circular: every unit that takes part, in 待阅 of the post that does its paperwork. */
@Component
class Addressees {

    private static final String PAGE = "/circulars/";

    private final KnownCampaigns campaigns;
    private final Directory directory;
    private final Copies copies;

    Addressees(KnownCampaigns campaigns, Directory directory, Copies copies) {
        this.campaigns = campaigns;
        this.directory = directory;
        this.copies = copies;
    }

    /** All units but the one that signs. */
    List<String> of(UUID campaign, String unit) {
        return campaigns.find(campaign).map(CampaignFacts.Facts::units).orElse(List.of()).stream()
                .filter(code -> !code.equals(unit))
                .toList();
    }

    void send(Circular signed, List<String> units, UUID by) {
        units.forEach(unit -> post(unit)
                .ifPresent(to -> copies.send(signed.campaign(), signed.title(), page(signed.id()), to.group(), by)));
    }

    /** Takes it out of 待阅 of all posts of these units. */
    void read(UUID circular, List<String> units, UUID by) {
        copies.read(page(circular), units, by);
    }

    /** The circular an entry of 待阅 leads to, empty if it leads elsewhere. */
    static Optional<UUID> circular(String page) {
        return page.startsWith(PAGE) ? Optional.of(UUID.fromString(page.substring(PAGE.length()))) : Optional.empty();
    }

    private static String page(UUID circular) {
        return PAGE + circular;
    }

    /** The worker's post, or the head's while nobody holds that. */
    private Optional<Post> post(String code) {
        Optional<Unit> unit = directory.find(code);
        List<Post> posts = unit.stream()
                .flatMap(found ->
                        Stream.of(Duty.WORKER, Duty.HEAD).flatMap(duty -> directory.role(found.kind(), duty).stream()))
                .map(role -> new Post(role, code))
                .toList();
        return posts.stream()
                .filter(post -> !directory.holders(post).isEmpty())
                .findFirst()
                .or(() -> posts.stream().findFirst());
    }
}
