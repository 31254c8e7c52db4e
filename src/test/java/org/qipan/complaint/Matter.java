package org.qipan.complaint;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.qipan.course.Route;
import org.qipan.filing.Channel;
import org.qipan.filing.Contact;
import org.qipan.filing.Filing;
import org.qipan.filing.Mode;

/** What residents bring in tests. */
public final class Matter {

    public static final String TOWN = "442000007000";
    public static final String CITY = "442000000000";
    public static final String VILLAGE = "442000007201";
    public static final String OFFICE = "442000007000-03";
    public static final String OTHER_OFFICE = "442000007000-05";
    public static final String WORDS = "我在新伦村租房，房东三个月不退押金，管理员说不归他们管。";

    public static final Contact WANG = new Contact("王小兰", "138 0000 1234", "民众街道新伦村二巷 3 号", null, "晚上七点后打电话");

    private Matter() {}

    public static Filing named() {
        return of(Mode.NAMED, VILLAGE, null, WANG, true);
    }

    /** Sealed once it is sorted. */
    public static Filing anonymous() {
        return of(Mode.ANONYMOUS, VILLAGE, null, Contact.NONE, true);
    }

    /** What the desk fills in when it sorts a matter. @param route as in {@link Route} @param lead the unit that is to handle it */
    public static String[] sorted(String title, String route, String lead) {
        return new String[] {
            "kind", "complaint", "title", title, "digest", "租客反映押金未退。", "route", route, "lead", lead, "reason", "已受理。"
        };
    }

    /** What the handling unit fills in for an opinion that explains. */
    public static String[] opinion() {
        return new String[] {
            "decision", "opinion", "verdict", "explain", "facts", "有书面租约。", "opinion", "依约办理。", "basis", "民法典第七百三十三条"
        };
    }

    /** What the desk fills in when a paper reached the petitioner on the tracking page today. */
    public static String[] served() {
        return new String[] {"how", "electronic", "servedOn", LocalDate.now().toString()};
    }

    static Filing anonymousAbout(String concerned) {
        return of(Mode.ANONYMOUS, VILLAGE, concerned, Contact.NONE, true);
    }

    static Filing of(
            Mode mode, @Nullable String place, @Nullable String concerned, Contact contact, boolean electronic) {
        return new Filing(
                Channel.WEB,
                mode,
                WORDS,
                place,
                concerned,
                null,
                List.of(),
                contact,
                electronic,
                List.<UUID>of(),
                null,
                null,
                1);
    }
}
