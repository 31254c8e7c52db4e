package org.qipan.remit;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A matter as capabilities above see it that look after it: where it lies and how far it is; nothing of the petitioner.
 *
 * @param name its number, or its title while it has none
 * @param desk unit whose complaint officers have it
 * @param forwarder unit they have it from, null unless it was sent on
 * @param lead unit that handles it, null while nobody does
 * @param sealed 举报 or anonymous: for the desk and whoever was given it
 * @param open nobody has closed it
 */
public record KnownMatter(
        UUID id,
        String name,
        String desk,
        @Nullable String forwarder,
        @Nullable String lead,
        boolean sealed,
        boolean open) {}
