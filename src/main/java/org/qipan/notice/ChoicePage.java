package org.qipan.notice;

import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.qipan.channel.Channels;

/**
 * What 我的通知 shows.
 *
 * @param ways the channels of the installation
 * @param broken message keys by field
 * @param trials channels by which a trial message can be sent now
 */
record ChoicePage(
        ChoiceForm form,
        List<Way> ways,
        List<String> kinds,
        List<Integer> hours,
        Map<String, String> broken,
        List<String> trials) {

    /**
     * A channel.
     *
     * @param address masked; null if there is none
     * @param typed what was typed as the new one
     * @param asked whether the person gives the address himself; the file needs none
     */
    record Way(String code, @Nullable String address, String typed, boolean forget, boolean asked) {

        public String field() {
            return code.equals("sms") ? "phone" : code;
        }
    }

    static ChoicePage of(Choice stored, ChoiceForm form, Channels channels, Map<String, String> broken) {
        return new ChoicePage(
                form,
                channels.codes().stream()
                        .map(code -> new Way(
                                code,
                                Masked.of(stored.address(code)),
                                form.typed(code),
                                form.forgets(code),
                                !code.equals("file")))
                        .toList(),
                NoticeKind.optional().stream().map(NoticeKind::code).toList(),
                IntStream.range(QuietHours.MORNING, QuietHours.EVENING).boxed().toList(),
                broken,
                stored.reachable(channels));
    }

    /** Whether there is a channel that needs an address. */
    public boolean asks() {
        return ways.stream().anyMatch(Way::asked);
    }

    public boolean none() {
        return ways.isEmpty();
    }
}
