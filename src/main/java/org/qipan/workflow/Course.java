package org.qipan.workflow;

import java.util.Map;
import java.util.Set;

/**
 * Where an instance is on its diagram.
 *
 * @param xml the model with its diagram, as deployed with the instance
 * @param active ids of elements that hold a token, with how many
 * @param done ids of elements and flows passed
 */
public record Course(String xml, Map<String, Integer> active, Set<String> done) {}
