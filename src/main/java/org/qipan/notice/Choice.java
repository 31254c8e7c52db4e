package org.qipan.notice;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.qipan.channel.Channels;

/**
 * How a person wants to be told.
 *
 * @param channel for the digest; null for the first one he can be reached by, empty for no digest
 * @param hour of the digest, 8 to 19
 * @param off kinds he does not want to hear of; never {@link NoticeKind#DANGER}
 * @param language tag of the language he reads
 * @param username what stands for him in the file of messages
 */
record Choice(
        UUID staff,
        String username,
        @Nullable String channel,
        int hour,
        Set<NoticeKind> off,
        String language,
        @Nullable String phone,
        @Nullable String mail,
        @Nullable String chat) {

    Choice {
        off = Set.copyOf(off);
    }

    /** Where a channel reaches him; null if it does not. The file needs no address. */
    @Nullable
    String address(String code) {
        return switch (code) {
            case "sms" -> phone;
            case "mail" -> mail;
            case "chat" -> chat;
            case "file" -> username;
            default -> null;
        };
    }

    List<String> reachable(Channels channels) {
        return channels.codes().stream().filter(code -> address(code) != null).toList();
    }

    /** The channel of his digest, empty if he wants none or cannot be reached. */
    Optional<String> digest(Channels channels) {
        List<String> reachable = reachable(channels);
        if (channel == null) {
            return reachable.stream().findFirst();
        }
        return channel.isEmpty()
                ? Optional.empty()
                : reachable.stream()
                        .filter(channel::equals)
                        .findFirst()
                        .or(() -> reachable.stream().findFirst());
    }
}
