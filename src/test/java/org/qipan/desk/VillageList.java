package org.qipan.desk;

import java.util.UUID;
import org.qipan.directory.Staff;
import org.qipan.worklist.Workroom;

/** A campaign of a town, and the worker of one of its villages before his list. */
final class VillageList implements AutoCloseable {

    static final String WORKER = "village-worker@" + Workroom.VILLAGE;
    static final String OFFICER = "township-officer@" + Workroom.TOWN;

    final Workroom room = new Workroom();
    final Staff officer = room.person(OFFICER);
    final UUID caseId = room.openCase(officer, "6月集中服务活动");
    final Staff worker = room.person(WORKER);

    @Override
    public void close() {
        room.context.close();
    }
}
