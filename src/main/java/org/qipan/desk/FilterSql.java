package org.qipan.desk;

import java.util.Map;
import org.qipan.directory.Directory;
import org.qipan.directory.Post;
import org.qipan.directory.Unit;
import org.qipan.page.Like;
import org.springframework.stereotype.Component;

/** A filter as conditions of a statement; the row is called w. */
@Component
class FilterSql {

    private final Directory directory;

    FilterSql(Directory directory) {
        this.directory = directory;
    }

    String of(Desk desk, ListFilter filter, Map<String, Object> parameters) {
        StringBuilder where = new StringBuilder();
        if (filter.campaign() != null) {
            where.append(" and w.case_id = :campaign");
            parameters.put("campaign", filter.campaign());
        }
        if (filter.stage() != null) {
            where.append(" and w.stage = :stage");
            parameters.put("stage", filter.stage());
        }
        String unit = filter.unit();
        if (unit != null && !unit.isBlank()) {
            where.append(" and w.unit = any (cast(:unitCodes as text[]))");
            parameters.put("unitCodes", unitCodes(desk, unit.strip()));
        }
        String text = filter.text();
        if (text != null && !text.isBlank()) {
            where.append(" and concat_ws(' ', w.title, w.subject, w.number) ilike :text");
            parameters.put("text", Like.holding(text.strip()));
        }
        if (filter.onlyUnread()) {
            where.append(" and not exists (select 1 from item_seen s where s.item = w.id and s.staff = :staff)");
        }
        where.append(lamp(filter));
        return where.toString();
    }

    /** The same question as {@link ItemLamps} answers; :now and :dueSoon are set by the caller. */
    private static String lamp(ListFilter filter) {
        if (filter.lamp() == null) {
            return "";
        }
        return switch (filter.lamp()) {
            case "over" -> " and not w.paused and not w.ended and w.due <= :now";
            case "soon" ->
                " and not w.paused and not w.ended and w.due > :now and (w.soon <= :now or w.due <= :dueSoon)";
            case "paused" -> " and w.paused";
            case "normal" ->
                " and not w.paused and not w.ended and w.due > :now and w.soon > :now and w.due > :dueSoon";
            default -> "";
        };
    }

    private String[] unitCodes(Desk desk, String typed) {
        return desk.worked().stream()
                .map(Post::unit)
                .distinct()
                .flatMap(unit -> directory.search(typed, unit, 50).stream())
                .map(Unit::code)
                .distinct()
                .toArray(String[]::new);
    }
}
