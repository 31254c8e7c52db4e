package org.qipan.notice;

import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;

/** The channels this installation has, in the order in which they are offered. */
@Component
class Channels {

    private final List<Channel> all;

    @Autowired
    Channels(NoticeProperties settings, Clock clock) {
        this(configured(settings, clock));
    }

    Channels(List<Channel> all) {
        this.all = List.copyOf(all);
    }

    List<String> codes() {
        return all.stream().map(Channel::code).toList();
    }

    Optional<Channel> find(String code) {
        return all.stream().filter(channel -> channel.code().equals(code)).findFirst();
    }

    boolean none() {
        return all.isEmpty();
    }

    private static List<Channel> configured(NoticeProperties settings, Clock clock) {
        List<Channel> found = new ArrayList<>();
        gateway("sms", settings.sms(), clock).ifPresent(found::add);
        gateway("chat", settings.chat(), clock).ifPresent(found::add);
        NoticeProperties.Mail mail = settings.mail();
        if (mail != null && !mail.host().isBlank()) {
            found.add(new MailServer(mail));
        }
        if (!settings.file().isBlank()) {
            found.add(new MessageFile(Path.of(settings.file()), clock));
        }
        return found;
    }

    private static Optional<Channel> gateway(String code, NoticeProperties.@Nullable Gateway gateway, Clock clock) {
        return gateway == null || gateway.url().isBlank()
                ? Optional.empty()
                : Optional.of(new SignedGateway(code, URI.create(gateway.url()), gateway.key(), clock));
    }
}
