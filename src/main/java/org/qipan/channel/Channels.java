package org.qipan.channel;

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
public class Channels {

    private final List<Channel> all;

    @Autowired
    Channels(ChannelProperties settings, Clock clock) {
        this(configured(settings, clock));
    }

    /** For tests: channels that are not configured. */
    Channels(List<Channel> all) {
        this.all = List.copyOf(all);
    }

    /** {@link Channel#code} of each. */
    public List<String> codes() {
        return all.stream().map(Channel::code).toList();
    }

    /** @return empty if this installation has no such channel */
    public Optional<Channel> find(String code) {
        return all.stream().filter(channel -> channel.code().equals(code)).findFirst();
    }

    public boolean none() {
        return all.isEmpty();
    }

    private static List<Channel> configured(ChannelProperties settings, Clock clock) {
        List<Channel> found = new ArrayList<>();
        gateway("sms", settings.sms(), clock).ifPresent(found::add);
        gateway("chat", settings.chat(), clock).ifPresent(found::add);
        ChannelProperties.Mail mail = settings.mail();
        if (mail != null && !mail.host().isBlank()) {
            found.add(new MailServer(mail));
        }
        if (!settings.file().isBlank()) {
            found.add(new MessageFile(Path.of(settings.file()), clock));
        }
        return found;
    }

    private static Optional<Channel> gateway(String code, ChannelProperties.@Nullable Gateway gateway, Clock clock) {
        return gateway == null || gateway.url().isBlank()
                ? Optional.empty()
                : Optional.of(new SignedGateway(code, URI.create(gateway.url()), gateway.key(), clock));
    }
}
