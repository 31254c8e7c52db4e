package org.qipan.campaign;

import java.time.LocalDate;
import java.util.List;
import org.qipan.service.RunningCampaigns;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The campaigns a work record of a day may be counted for. */
@Component
class OpenCampaigns implements RunningCampaigns {

    private final JdbcClient jdbc;

    OpenCampaigns(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public List<Choice> in(String unit, LocalDate day) {
        return jdbc.sql("""
                select c.id, c.name from campaign c join campaign_unit u on u.campaign = c.id
                where u.unit = ? and u.withdrawn_at is null and c.state in ('RUNNING', 'REPORTING') and c.starts <= ? and c.ends >= ?
                order by c.starts desc, c.id""").params(unit, day, day).query(Choice.class).list();
    }
}
