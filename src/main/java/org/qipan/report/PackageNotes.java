package org.qipan.report;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.qipan.casefile.CaseFiles;
import org.qipan.directory.Directory;
import org.qipan.directory.Post;
import org.qipan.directory.Staff;
import org.qipan.directory.Unit;
import org.springframework.stereotype.Component;

/** What happens to packages, in the timeline of the campaign. */
@Component
class PackageNotes {

    private final CaseFiles files;
    private final Directory directory;

    PackageNotes(CaseFiles files, Directory directory) {
        this.files = files;
        this.directory = directory;
    }

    /** @param act key of the act; done in a post at the unit of the package or the one above */
    void add(ReportPackage of, String act, Staff by, @Nullable String remark) {
        String upper = directory.upper(of.unit).map(Unit::code).orElse("");
        Post as = by.posts().stream()
                .filter(post -> post.unit().equals(of.unit) || post.unit().equals(upper))
                .findFirst()
                .orElse(null);
        Map<String, String> facts = new LinkedHashMap<>();
        facts.put("unit", directory.unit(of.unit).name());
        String receipt = of.receipt();
        if (receipt != null) {
            facts.put("receipt", receipt);
        }
        files.record(of.campaign, act, by.id(), as, remark, facts);
    }
}
