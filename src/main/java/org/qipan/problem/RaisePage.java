package org.qipan.problem;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.qipan.directory.Directory;
import org.qipan.directory.Duty;
import org.qipan.directory.Post;
import org.qipan.directory.Staff;
import org.qipan.directory.Unit;
import org.qipan.form.Drafts;
import org.qipan.form.Form;
import org.qipan.form.Forms;
import org.qipan.form.Forms.FieldError;
import org.qipan.worklist.HeldPosts;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;

/** The form by which a problem is raised: what it offers, and what of it is accepted. */
@Component
class RaisePage {

    private static final String DRAFT = "problem";

    private final Forms forms;
    private final Drafts drafts;
    private final Directory directory;
    private final HeldPosts posts;
    private final Origins origins;

    RaisePage(Forms forms, Drafts drafts, Directory directory, HeldPosts posts, Origins origins) {
        this.forms = forms;
        this.drafts = drafts;
        this.directory = directory;
        this.posts = posts;
        this.origins = origins;
    }

    /** What is shown again after a refusal. @param cleanable whether a word stands in it that the page offers to take out */
    record Refusal(List<FieldError> fields, List<String> errors, boolean cleanable) {
        static final Refusal NONE = new Refusal(List.of(), List.of(), false);
    }

    /** A post of the person. @param to words of the post that would get the problem, null if nobody above works here */
    record Sender(String group, String title, @Nullable String to) {}

    /** The posts in which somebody reports problems: all but the three separated administrators. */
    static List<Post> raising(Staff staff) {
        return staff.posts().stream()
                .filter(post -> !post.role().endsWith("-admin"))
                .toList();
    }

    Forms.Submission read(MultiValueMap<String, String> parameters, Staff staff) {
        return forms.read(form(), parameters, context(staff));
    }

    void fill(
            Model model,
            Staff staff,
            Post as,
            Map<String, Object> typed,
            Problem.@Nullable Origin origin,
            Refusal refusal) {
        Map<String, Object> values = new LinkedHashMap<>(context(staff));
        values.putAll(typed);
        List<Sender> senders = raising(staff).stream().map(this::sender).toList();
        model.addAttribute("form", forms.view(form(), values, Map.of(), refusal.fields()));
        model.addAttribute("senders", senders);
        model.addAttribute("as", as.group());
        model.addAttribute("nowhere", senders.stream().allMatch(sender -> sender.to() == null));
        model.addAttribute("origin", origin);
        model.addAttribute("self", "/problems/new" + (origin == null ? "" : "?" + origin.kind() + "=" + origin.id()));
        model.addAttribute("originPage", origins.shown(origin, staff).orElse(null));
        model.addAttribute("refusal", refusal);
    }

    /** What was typed and not sent, offered for going on. */
    Drafts.@Nullable Offer offer(Staff staff) {
        return drafts.find(staff.id(), DRAFT).map(Drafts.Draft::offer).orElse(null);
    }

    MultiValueMap<String, String> unsent(Staff staff) {
        return drafts.find(staff.id(), DRAFT).map(drafts::parameters).orElseGet(LinkedMultiValueMap::new);
    }

    void sent(Staff staff) {
        drafts.discard(staff.id(), DRAFT);
    }

    /** Accepted values as the problem they describe. */
    static Raising raising(Map<String, Object> values, Problem.@Nullable Origin origin) {
        List<UUID> files = values.get("files") instanceof List<?> chosen
                ? chosen.stream().map(file -> UUID.fromString(file.toString())).toList()
                : List.of();
        return new Raising(
                String.valueOf(values.get("title")),
                String.valueOf(values.get("text")),
                ProblemKind.of(String.valueOf(values.get("kind"))),
                Boolean.TRUE.equals(values.get("urgent")),
                Boolean.TRUE.equals(values.get("skip")),
                values.get("place") instanceof String place ? place : null,
                origin,
                files);
    }

    private Form form() {
        return forms.named("raise-problem");
    }

    private Sender sender(Post post) {
        return new Sender(
                post.group(),
                directory.title(post),
                posts.above(post.unit(), Duty.WORKER, null)
                        .map(directory::title)
                        .orElse(null));
    }

    /** Places that can be chosen: the areas of the person's units and those directly below. */
    private Map<String, Object> context(Staff staff) {
        Map<String, String> places = new LinkedHashMap<>();
        for (Post post : raising(staff)) {
            Optional<Unit> area = directory.find(post.unit());
            while (area.isPresent() && area.get().code().contains("-")) {
                area = directory.upper(area.get().code());
            }
            area.ifPresent(unit -> {
                places.put(unit.code(), unit.name());
                directory.lower(unit.code()).forEach(lower -> places.put(lower.code(), lower.name()));
            });
        }
        List<Map<String, String>> choices = new ArrayList<>();
        places.forEach((code, name) -> choices.add(Map.of("value", code, "label", name)));
        return Map.of("places", choices);
    }
}
