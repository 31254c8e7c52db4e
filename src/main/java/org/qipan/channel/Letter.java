package org.qipan.channel;

import java.util.UUID;

/**
 * What a channel is given to deliver.
 *
 * @param id the same at every attempt: by it a receiver knows what he has already
 * @param kind {@code danger}, {@code digest} or {@code trial}
 * @param to address in the terms of the channel
 * @param language of title and text, as a language tag
 */
public record Letter(UUID id, String kind, String to, String language, String title, String text) {}
