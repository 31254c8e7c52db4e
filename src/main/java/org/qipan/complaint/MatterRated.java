package org.qipan.complaint;

import java.util.UUID;

/** A petitioner gave his grade: nobody needs to ask him any more. */
public record MatterRated(UUID complaint) {}
