package org.qipan.report;

import java.util.UUID;
import org.qipan.directory.Staff;

/** A package on its way up, and a circular being written. */
public class DemoReports {

    private final Packages packages;
    private final Circulars circulars;

    DemoReports(Packages packages, Circulars circulars) {
        this.packages = packages;
        this.circulars = circulars;
    }

    public UUID submitted(UUID campaign, String unit, Staff by) {
        UUID id = packages.begin(campaign, unit, by);
        String drafted = packages.read(id, by).item(ReportPackage.SUMMARY).content();
        packages.write(id, ReportPackage.SUMMARY, null, String.valueOf(drafted), false, true, by);
        packages.submit(id, by);
        return id;
    }

    /** A model case with the consent of the one it tells of, read by somebody else than its writer. */
    public void modelCase(UUID campaign, String unit, Staff writer, Staff reader) {
        UUID id = packages.begin(campaign, unit, writer);
        packages.write(id, "case-1", "一站办好居住证", "工作人员上门讲清材料，一位新市民一次办好居住证。", true, false, writer);
        packages.secondRead(id, "case-1", reader);
    }

    public void received(UUID id, Staff by) {
        packages.receive(id, by);
    }

    public void circular(UUID campaign, String unit, Staff by) {
        circulars.compose(campaign, unit, by);
    }
}
