package org.qipan.plan;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.qipan.file.Files;
import org.qipan.file.StoredFile;
import org.qipan.plan.Plan.Attached;
import org.qipan.plan.Plan.Library;
import org.qipan.worklist.Refused;
import org.springframework.stereotype.Component;

/** The files a plan names. They belong to its campaign, so that whoever may see that may read them; none is ever taken from it again. */
@Component
class LibraryFiles {

    /** Key of the refusal of a file that is neither the drafter's own nor the campaign's. */
    static final String FOREIGN = "plan.refused.file";

    private final Files files;

    LibraryFiles(Files files) {
        this.files = files;
    }

    /** @param ticked as the form sends it @return empty if it holds anything but ids */
    static Optional<List<UUID>> ids(String ticked) {
        try {
            return Optional.of(Arrays.stream(ticked.split(","))
                    .filter(id -> !id.isBlank())
                    .map(UUID::fromString)
                    .distinct()
                    .toList());
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    /** Files as the plan calls them already; those it does not know have no name before {@link #taken}. */
    static List<Attached> named(List<UUID> ids, Library known) {
        Map<UUID, Attached> byId =
                known.files().stream().collect(Collectors.toMap(Attached::id, Function.identity(), (one, two) -> one));
        return ids.stream()
                .map(id -> byId.getOrDefault(id, new Attached(id, "", 0)))
                .toList();
    }

    /**
     * What the person uploaded for the section becomes the campaign's.
     *
     * @return the library with the names the files were stored under
     * @throws Refused if it names a file of anybody else
     */
    Library taken(UUID campaign, Library library, UUID by) {
        if (library.files().isEmpty()) {
            return library;
        }
        files.attach(library.files().stream().map(Attached::id).toList(), campaign, by);
        Map<UUID, StoredFile> own =
                files.of(campaign).stream().collect(Collectors.toMap(StoredFile::id, Function.identity()));
        List<Attached> taken = new ArrayList<>();
        for (Attached file : library.files()) {
            StoredFile stored = own.get(file.id());
            if (stored == null) {
                throw Refused.at(PlanFields.FILES, FOREIGN);
            }
            taken.add(new Attached(file.id(), stored.name(), stored.size()));
        }
        return library.with(taken);
    }

    /** The library of an old campaign for a new one: with files of its own, so that its readers may read them. */
    Library copied(Library old, UUID campaign, UUID by) {
        return old.with(old.files().stream()
                .flatMap(file ->
                        files
                                .copy(file.id(), campaign, by)
                                .map(id -> new Attached(id, file.name(), file.size()))
                                .stream())
                .toList());
    }
}
