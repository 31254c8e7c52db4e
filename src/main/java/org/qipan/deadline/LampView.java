package org.qipan.deadline;

/**
 * A lamp ready to print: {@code components/lamp :: lamp(view)}.
 *
 * @param lamp shape and colour
 * @param key message key of the words; takes {@code days} and {@code workingDays} as its arguments
 * @param days days left or overdue, in the unit the words name
 * @param workingDays working days left; said beside calendar days where so few of them make the lamp yellow
 * @param provisional the date may still move because its year's calendar is not published
 */
public record LampView(Lamp lamp, String key, int days, int workingDays, boolean provisional) {}
