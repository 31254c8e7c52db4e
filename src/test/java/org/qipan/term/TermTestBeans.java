package org.qipan.term;

import org.qipan.deadline.DeadlineTestBeans;
import org.springframework.context.annotation.Import;

/** The terms, for tests that start a few beans. */
@Import({Terms.class, TermTable.class, DeadlineTestBeans.class})
public class TermTestBeans {}
