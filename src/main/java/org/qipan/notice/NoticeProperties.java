package org.qipan.notice;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/** @param hour when the daily digest goes to people who chose no hour, 8 to 19 in Beijing */
@ConfigurationProperties("qipan.notice")
record NoticeProperties(@DefaultValue("9") int hour) {

    NoticeProperties {
        if (hour < QuietHours.MORNING || hour >= QuietHours.EVENING) {
            throw new IllegalArgumentException("qipan.notice.hour is from 8 to 19");
        }
    }
}
