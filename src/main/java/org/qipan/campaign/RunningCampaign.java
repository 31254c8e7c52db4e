package org.qipan.campaign;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.UUID;
import org.qipan.directory.Post;
import org.qipan.directory.Staff;

/** What the pages ask of the process: every verb checks the state, writes the timeline, and throws {@code Refused} when it is not allowed. */
public interface RunningCampaign {

    /** The models of its own tasks: whether they wait for a decision is told by {@link #task} and by how far the stage is. */
    List<String> PROCESSES = List.of(CampaignProcess.CAMPAIGN, CampaignProcess.UNIT);

    /** Starts the process of a new campaign; its first task is the draft of the plan. */
    void begin(UUID campaign);

    /** Completes the drafting task: the plan goes to the leader. {@code Campaigns.submit} has checked it already. */
    void submit(UUID campaign, Staff by, Post as);

    /** The open work item of the campaign's own process that this person may do now. */
    OptionalLong task(UUID campaign, Staff by);

    void pause(long stage, String reason, Staff by, Post as);

    void resume(long stage, String reason, Staff by, Post as);

    /** @param closes new last day of the stage */
    void extend(long stage, LocalDate closes, String reason, Staff by, Post as);

    /** Adds a stage while the campaign runs. */
    void addStage(UUID campaign, String name, LocalDate opens, LocalDate closes, String reason, Staff by, Post as);

    /** 补发任务: a new round of the stage for these units. */
    void reissue(long stage, Collection<String> units, String reason, Staff by, Post as);

    /** A unit joins late, in every stage that is open. */
    void join(UUID campaign, String unit, String reason, Staff by, Post as);

    /** A unit no longer takes part; what it did stays. */
    void withdraw(UUID campaign, String unit, String reason, Staff by, Post as);

    /** 村并入: a unit leaves and another goes on for it, or joins. */
    void merge(UUID campaign, String from, String into, String reason, Staff by, Post as);

    /** Opens a closed stage again, only while another one runs. */
    void reopen(long stage, String reason, Staff by, Post as);

    /** 撤回报送: a unit takes back what was not reviewed yet. @param part its part in the stage */
    void recall(long part, String reason, Staff by, Post as);

    /**
     * 退回下级: items of a unit that were accepted come back to it.
     *
     * @param upper part of the unit that returns
     * @param items item → what is to be changed
     */
    void sendBack(long upper, String unit, Map<Long, String> items, String reason, Staff by, Post as);

    /** Ends the campaign early. */
    void cancel(UUID campaign, String reason, Staff by, Post as);
}
