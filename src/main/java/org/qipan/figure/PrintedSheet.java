package org.qipan.figure;

import java.util.List;

/**
 * A sheet with all its words, ready for screen, paper and workbook.
 *
 * @param facts 表号 填报单位 时期 单位 版本, in that order, with their labels
 * @param headings one per column, with the unit of measure
 * @param names of the units, one per row
 * @param footers 填报人 审核人 负责人 日期
 */
public record PrintedSheet(
        String title,
        List<String> facts,
        String unitHeading,
        List<String> headings,
        List<String> names,
        String totalName,
        List<String> footers,
        Sheet sheet) {}
