package org.qipan.paper;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * Fonts of PDF papers, as files with TrueType outlines (.ttf, .ttc). The prescribed types may not be given away with a program, so offices
 * name their own; without them an open one is used.
 *
 * @param bodyFont 仿宋
 * @param titleFont 小标宋
 */
@ConfigurationProperties("qipan.paper")
record PaperProperties(@Nullable Path bodyFont, @Nullable Path titleFont) {}
