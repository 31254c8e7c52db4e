package org.qipan.violations;

/** Waits for time to pass. */
public class SleepingThread {

    public void rest() throws InterruptedException {
        Thread.sleep(1L);
    }
}
