package org.qipan.worklist;

import org.qipan.directory.Post;

/** Something a person sent to a post for reading and nobody there has read yet. */
public record SentCopy(long id, String subject, Post to) {}
