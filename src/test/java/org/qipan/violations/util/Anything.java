package org.qipan.violations.util;

/** In a package that holds anything. */
public class Anything {}
