package org.qipan.campaign;

import java.util.UUID;
import org.qipan.directory.Staff;
import org.qipan.task.DemoDesk;
import org.qipan.task.Seen;

/** Tasks done by whoever holds the post they wait for. */
public class DemoActs {

    private final DemoDesk desk;
    private final DemoPeople people;

    DemoActs(DemoDesk desk, DemoPeople people) {
        this.desk = desk;
        this.people = people;
    }

    /** @param ref the process a task belongs to, by what it is about @param typed name, value, name, value … */
    public void does(UUID ref, String key, String... typed) {
        long item = desk.item(ref.toString(), key);
        desk.complete(item, people.in(desk.post(item)), typed);
    }

    /** 登记分类 of a matter. @param typed as in {@link #does} */
    public void sorts(UUID matter, String... typed) {
        long item = desk.item(matter.toString(), "Task_Sort");
        desk.decide(item, people.in(desk.post(item)), typed);
    }

    /** An open task as its holder sees it. */
    public Seen seen(UUID ref, String key) {
        long item = desk.item(ref.toString(), key);
        return desk.seen(item, people.in(desk.post(item)));
    }

    public Staff officer(String unit) {
        return people.in("complaint-officer", unit);
    }

    public Staff in(String role, String unit) {
        return people.in(role, unit);
    }
}
