package org.qipan.term;

import org.qipan.deadline.TermRule;

/** A rule as a clock is set by it. @param id of the version, to be kept with the clock */
public record TermVersion(long id, TermRule rule) {}
