package org.qipan.deadline;

/**
 * A lamp ready to print: {@code components/lamp :: lamp(view)}.
 *
 * @param lamp shape and colour
 * @param key message key of the words; takes {@code days} as its one argument
 * @param days days left or overdue
 * @param provisional the date may still move because its year's calendar is not published
 */
public record LampView(Lamp lamp, String key, int days, boolean provisional) {}
