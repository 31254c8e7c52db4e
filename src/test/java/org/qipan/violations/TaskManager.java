package org.qipan.violations;

/** A name that says nothing. */
public class TaskManager {}
