package org.qipan.campaign;

/** Conditions on the items of a stage, the same for everyone who reads them. */
public final class ItemRules {

    /** Aliases {@code ci}, {@code cu}: whether the item is the unit's to do. */
    public static final String APPLIES = """
            (ci.unit_kind = cu.kind or ci.unit_kind is null and (ci.lead_unit = cu.unit or cu.unit = any(ci.assisting)))""";

    /**
     * Alias {@code ci}: whether another stage asks the same units for the same measure. Then a record counts in the stage it was done in;
     * else late and early work counts too. A day that two stages share counts in each of them: the counts of stages are what a stage asks
     * for and are never added up. What a campaign achieved is summed from the records, each once.
     */
    public static final String SHARED = """
            exists (select from campaign_item o where o.campaign = ci.campaign and o.stage <> ci.stage and o.measure = ci.measure
                and o.unit_kind is not distinct from ci.unit_kind)""";

    private ItemRules() {}
}
