package org.qipan.notice;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.qipan.channel.Channels;

/**
 * What a person typed on 我的通知.
 *
 * @param channel empty for no digest
 * @param kinds what he wants to hear of
 * @param phone new address, empty to leave the old one; {@code mail} and {@code chat} alike
 * @param forget channels whose address is to be forgotten
 */
record ChoiceForm(
        @Nullable String channel,
        @Nullable Integer hour,
        @Nullable List<String> kinds,
        @Nullable String phone,
        @Nullable String mail,
        @Nullable String chat,
        @Nullable List<String> forget) {

    private static final Pattern PHONE = Pattern.compile("\\+?[0-9]{6,15}");
    private static final Pattern MAIL =
            Pattern.compile("[A-Za-z0-9._%+-]{1,64}@[A-Za-z0-9-]{1,63}(?:\\.[A-Za-z0-9-]{1,63}){1,5}");
    private static final Pattern CHAT = Pattern.compile("[A-Za-z0-9._@-]{1,64}");

    static ChoiceForm of(Choice choice) {
        return new ChoiceForm(
                choice.channel(),
                choice.hour(),
                NoticeKind.optional().stream()
                        .filter(kind -> !choice.off().contains(kind))
                        .map(NoticeKind::code)
                        .toList(),
                "",
                "",
                "",
                List.of());
    }

    public boolean wants(String kind) {
        return kinds != null && kinds.contains(kind);
    }

    boolean forgets(String code) {
        return forget != null && forget.contains(code);
    }

    String typed(String code) {
        return Objects.requireNonNullElse(
                        switch (code) {
                            case "sms" -> phone;
                            case "mail" -> mail;
                            default -> chat;
                        },
                        "")
                .strip();
    }

    /** Message keys by field; empty if it can be saved. */
    Map<String, String> broken(Channels channels) {
        Map<String, String> broken = new LinkedHashMap<>();
        if (hour == null || hour < QuietHours.MORNING || hour >= QuietHours.EVENING) {
            broken.put("hour", "notice.mine.refused.hour");
        }
        if (channel != null && !channel.isEmpty() && !channels.codes().contains(channel)) {
            broken.put("channel", "notice.mine.refused.channel");
        }
        check(broken, "sms", PHONE);
        check(broken, "mail", MAIL);
        check(broken, "chat", CHAT);
        return broken;
    }

    private void check(Map<String, String> broken, String code, Pattern pattern) {
        String address = typed(code);
        if (!address.isEmpty() && !pattern.matcher(address).matches()) {
            broken.put(code, "notice.mine.refused." + code);
        }
    }

    Choice onto(Choice old, String language) {
        Set<NoticeKind> off = NoticeKind.optional().stream()
                .filter(kind -> !wants(kind.code()))
                .collect(Collectors.toCollection(LinkedHashSet::new));
        return new Choice(
                old.staff(),
                old.username(),
                channel,
                Objects.requireNonNull(hour),
                off,
                language,
                address("sms", old.phone()),
                address("mail", old.mail()),
                address("chat", old.chat()));
    }

    private @Nullable String address(String code, @Nullable String old) {
        String typed = typed(code);
        if (!typed.isEmpty()) {
            return typed;
        }
        return forgets(code) ? null : old;
    }
}
