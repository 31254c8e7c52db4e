package org.qipan.service;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Work was recorded, corrected or withdrawn: figures of this unit, kind and campaign may have changed. Published synchronously. */
public record WorkRecorded(
        String unit, String kind, @Nullable UUID campaign) {}
