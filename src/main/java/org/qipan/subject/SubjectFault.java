package org.qipan.subject;

/** Why something typed or read is refused. @param line of the file, 0 for what was typed @param field key @param key of the message, whose {0} is the value */
record SubjectFault(int line, String field, String key, String value) {}
