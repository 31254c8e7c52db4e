package org.qipan.operations;

import org.jspecify.annotations.Nullable;
import org.qipan.deadline.Lamp;

/**
 * One part of the machinery and how it stands.
 *
 * @param part last part of message keys: {@code database} …
 * @param first figure for the text, empty if it needs none
 * @param second as {@code first}
 */
record HealthCheck(String part, Level level, String first, String second) {

    /** How bad it is. */
    enum Level {
        OK(Lamp.NORMAL, "ok"),
        ATTENTION(Lamp.DUE_SOON, "attention"),
        BROKEN(Lamp.OVERDUE, "broken");

        private final Lamp lamp;
        private final String code;

        Level(Lamp lamp, String code) {
            this.lamp = lamp;
            this.code = code;
        }

        /** Message key of the word beside the shape. */
        public String key() {
            return "operations.health." + code;
        }

        public Lamp lamp() {
            return lamp;
        }
    }

    static HealthCheck of(String part, Level level) {
        return new HealthCheck(part, level, "", "");
    }

    public String title() {
        return "operations.health." + part;
    }

    /** Message key of the state in words. */
    public String state() {
        return title() + "." + level.code;
    }

    /** Message key of what to do, null if there is nothing to do. */
    public @Nullable String remedy() {
        return level == Level.OK ? null : state() + ".todo";
    }
}
