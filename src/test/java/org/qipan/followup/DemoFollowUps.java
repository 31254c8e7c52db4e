package org.qipan.followup;

import java.util.UUID;
import org.qipan.campaign.DemoActs;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Calls of the demo after a matter was closed. */
public class DemoFollowUps {

    private final FollowUps followUps;
    private final JdbcClient jdbc;
    private final DemoActs acts;

    DemoFollowUps(FollowUps followUps, JdbcClient jdbc, DemoActs acts) {
        this.followUps = followUps;
        this.jdbc = jdbc;
        this.acts = acts;
    }

    /** What the product does each morning. */
    public void morning() {
        followUps.sweep();
    }

    /** The desk calls one of those it has to call. */
    public void reachedOne() {
        UUID call = jdbc.sql("select id from follow_up where state = 'open' order by due, id limit 1")
                .query(UUID.class)
                .single();
        acts.does(
                call,
                "Task_Call",
                "result",
                "reached",
                "solved",
                "yes",
                "polite",
                "yes",
                "lawful",
                "yes",
                "said",
                "已经解决，谢谢。");
    }
}
