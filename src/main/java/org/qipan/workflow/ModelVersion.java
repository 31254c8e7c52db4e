package org.qipan.workflow;

/**
 * A version of a model that is the newest or still runs.
 *
 * @param key id of the model
 * @param name as drawn, or the id
 * @param running instances that run now
 * @param started instances started since the moment asked for, ended ones included
 */
public record ModelVersion(String key, String name, int version, boolean newest, long running, long started) {}
