package org.qipan.complaint;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.qipan.SignedIn;
import org.qipan.campaign.DemoPeople;
import org.qipan.directory.Post;
import org.qipan.directory.Staff;
import org.qipan.directory.Staffing;
import org.qipan.filing.Filing;
import org.qipan.task.DemoDesk;
import org.springframework.context.annotation.Lazy;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.web.context.WebApplicationContext;

/** 接待厅: the petition office of a town, whoever works on its matters, and matters as far as they have come. */
@Lazy
public final class PetitionHall {

    public final SignedIn pages;
    public final Staff officer;
    public final Staff handler;
    public final Staff leader;
    private final List<Staff> hired = new ArrayList<>();
    private final DemoPeople people;
    private final Complaints complaints;
    private final DemoDesk desk;
    private final Staffing staffing;
    private final JdbcClient jdbc;

    PetitionHall(
            WebApplicationContext context,
            DemoPeople people,
            Complaints complaints,
            DemoDesk desk,
            Staffing staffing,
            JdbcClient jdbc) {
        people.arrive();
        pages = new SignedIn(context);
        officer = people.in("complaint-officer", Matter.TOWN);
        handler = people.in("department-officer", Matter.OFFICE);
        leader = people.in("township-leader", Matter.TOWN);
        this.people = people;
        this.complaints = complaints;
        this.desk = desk;
        this.staffing = staffing;
        this.jdbc = jdbc;
    }

    /** Whoever else works there. */
    public Staff in(String role, String unit) {
        return people.in(role, unit);
    }

    /** Somebody for one test, until he is {@link #dismiss dismissed}. */
    Staff hire(String name, String group) {
        UUID id = UUID.randomUUID();
        Staff staff = staffing.refresh(id, "h" + id, name, List.of(Post.of(group)));
        hired.add(staff);
        return staff;
    }

    void dismiss() {
        hired.forEach(one -> {
            jdbc.sql("delete from substitution where substitute = ?")
                    .param(one.id())
                    .update();
            jdbc.sql("delete from staff_post where staff = ?").param(one.id()).update();
        });
        hired.clear();
    }

    public UUID filed() {
        return filed(Matter.named());
    }

    public UUID filed(Filing filing) {
        return complaints.file(filing, null, null);
    }

    /** @param route and {@code lead} as in {@link Matter#sorted} */
    public UUID sorted(Filing filing, String title, String route, String lead) {
        UUID id = filed(filing);
        desk.complete(desk.item(id.toString(), "Task_Sort"), officer, Matter.sorted(title, route, lead));
        return id;
    }

    /** A petition that {@link #handler} has. */
    public UUID handled() {
        return handled(Matter.named());
    }

    public UUID handled(Filing filing) {
        return sorted(filing, "租房押金不退", "petition", Matter.OFFICE);
    }

    /** Where a matter is handled. */
    public String task(UUID id) {
        return "/tasks/" + desk.item(id.toString(), "Task_Handle");
    }

    /** An opinion that explains, signed and served: the matter is closed. */
    public void answer(UUID id) {
        desk.complete(desk.item(id.toString(), "Task_Handle"), handler, Matter.opinion());
        desk.complete(desk.item(id.toString(), "Task_Sign"), leader, "decision", "signed");
        desk.complete(desk.item(id.toString(), "Task_Serve"), officer, Matter.served());
    }
}
