package org.qipan.campaign;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.qipan.directory.Post;
import org.qipan.directory.Staff;
import org.qipan.worklist.CasePage.Panel;
import org.qipan.worklist.Refused;

/**
 * How a campaign ends on paper: the package its owner submits, and the circular. Implemented by the module that keeps both. Whoever
 * calls has checked the post: it is that of the task.
 */
public interface Reporting {

    /** What is drafted or written so far. @param confirmed whether somebody stands by it */
    record Text(String text, boolean confirmed) {}

    /** A circular as it is signed. */
    record Paper(String title, String content) {}

    /** @param text what the reader sees */
    record Link(String text, String href) {}

    /** The summary the package begins with: from the data, or as it was changed since. */
    Text summary(UUID campaign, String unit);

    /** The package beside 汇总报送: what is missing and where to add it. */
    Panel gathered(UUID campaign, String unit);

    /**
     * Writes the summary into the package, begins it if need be, and submits it.
     *
     * @return how many times it was submitted
     * @throws Refused with everything that is missing
     */
    int submit(UUID campaign, String unit, Text summary, Staff by);

    /** The package beside 上级验收, to be read only. */
    Panel examined(UUID campaign, String unit);

    /** Items of the package that may be returned: key → label. */
    Map<String, String> returnable(UUID campaign, String unit);

    /** Only these items unlock. @param remarks why, by item */
    void giveBack(UUID campaign, String unit, Map<String, String> remarks, Staff by, Post as);

    /** @return number of the receipt */
    String accept(UUID campaign, String unit, Staff by, Post as);

    /** Composes the circular from the figures. */
    void compose(UUID campaign, String unit, Staff by);

    /** The circular as it was composed, or changed since. */
    Paper circular(UUID campaign, String unit);

    /** Beside 签发通报: where the circular goes. */
    Panel addressees(UUID campaign, String unit);

    /**
     * Signs this text and sends it to every unit that takes part.
     *
     * @return its number
     * @throws Refused if the text may not be signed
     */
    String sign(UUID campaign, String unit, Paper paper, Staff by, Post as);

    /** Packages and circulars of a campaign that this person may open. */
    List<Link> papers(UUID campaign, Staff reader);
}
