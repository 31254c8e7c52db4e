package org.qipan.campaign;

import java.time.Duration;
import java.time.LocalDate;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.qipan.Country;
import org.qipan.Installation;
import org.qipan.casefile.CaseFiles;
import org.qipan.directory.Staff;
import org.springframework.transaction.support.TransactionTemplate;

/** A campaign of the whole {@link Country}: prefecture, counties and townships hand it down to 10,000 villages. */
final class WideCampaign {

    final Installation qipan;
    final UUID id;
    final long stage;

    /** @param counties how many of the twenty take part */
    WideCampaign(Installation qipan, int counties) {
        this.qipan = qipan;
        Staff officer = qipan.employ("city-officer", Country.PREFECTURE);
        id = qipan.bean(CaseFiles.class).open("campaign", "服务月", Country.PREFECTURE, officer.id());
        qipan.jdbc.sql("""
                        insert into campaign (id, unit, owner_area, name, state, created_by, created_at)
                        values (?, ?, 980100000000, '服务月', 'RUNNING', ?, now())""").params(id, Country.PREFECTURE, officer.id()).update();
        stage = qipan.jdbc
                .sql(
                        "insert into campaign_stage (campaign, no, name, opens, closes) values (?, 1, '走访', ?, ?) returning id")
                .params(id, LocalDate.now(), LocalDate.now().plusDays(30))
                .query(Long.class)
                .single();
        qipan.jdbc.sql("""
                        insert into campaign_item (campaign, stage, no, name, unit_kind, form)
                        select ?, ?, n, '事项' || n, 'village', 'text' from generate_series(1, 5) n""").params(id, stage).update();
        qipan.jdbc.sql("""
                        insert into campaign_unit (campaign, unit, upper, kind, joined_at)
                        select ?, code, case when kind = 'prefecture' then null else parent end, kind, now() from unit
                        where kind in ('prefecture', 'county', 'township', 'village') and code like '9801%'
                          and (kind = 'prefecture' or substr(code, 5, 2)::int <= ?)""").params(id, counties).update();
        qipan.jdbc.sql("analyze campaign_unit").update();
    }

    /** The stage begins. */
    void open() {
        qipan.bean(TransactionTemplate.class)
                .executeWithoutResult(status -> qipan.bean(Stages.class).open(stage));
    }

    /** Open tasks of the villages. */
    int open(String key) {
        return qipan.jdbc
                .sql(
                        "select count(*) from work_item where state = 'open' and stage = ? and key = ? and village is not null")
                .params(stage, key)
                .query(Integer.class)
                .single();
    }

    void await(int villages) {
        Awaitility.await()
                .atMost(Duration.ofMinutes(10))
                .pollInterval(Duration.ofMillis(100))
                .until(() -> open(CampaignProcess.WORK) == villages);
    }
}
