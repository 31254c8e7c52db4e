package org.qipan.audit;

/** Tells who is acting on this thread. The module that owns the current user implements it. */
public interface CurrentActor {

    /** The one acting now; {@link Actor#system()} where nobody is signed in. */
    Actor actor();
}
