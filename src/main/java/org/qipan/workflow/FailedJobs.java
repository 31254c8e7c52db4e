package org.qipan.workflow;

import java.util.List;

/** Work of the engine that nobody tries any more, for those who keep it running. */
public interface FailedJobs {

    long count();

    /** The first of them, by id. */
    List<FailedJob> list(int limit);

    /**
     * Lets the engine try again at once, as often as it tries new work.
     *
     * @return false if the work is no longer among the failed: done, gone, or set going by someone else
     */
    boolean retry(String job);
}
