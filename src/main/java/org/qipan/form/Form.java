package org.qipan.form;

import java.util.List;

/**
 * A Camunda Form, parsed once.
 *
 * @param id id in the file, same as the file name
 * @param components in the order of the file; groups and tables hold components of their own
 */
public record Form(String id, List<Component> components) {}
