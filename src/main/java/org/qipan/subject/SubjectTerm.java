package org.qipan.subject;

import java.util.Set;

/**
 * A clock a subject may name; its days stand in the table of terms.
 *
 * @param name in the reader's language
 * @param names it has in any language, by which a file may call it
 * @param kindKey message key of the word for whose rule it is: 法定, 省级 or 内部
 */
record SubjectTerm(String code, String name, Set<String> names, String kindKey) {}
