package org.qipan.complaint;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What is written to the petitioner.
 *
 * @param kind {@code notice} (告知书, art. 23), {@code opinion} (处理意见书, art. 31 (6)), or what was written on a request to look at it again:
 *     {@code review}, {@code final}, {@code declined}
 * @param number 文号, null before it is signed
 * @param facts and reasons; null where none are needed
 * @param text what he is told: the opinion, or where the matter goes and why
 * @param basis the law it rests on
 * @param signed null while it waits for its signature
 * @param how it was served: {@code handed}, {@code posted}, {@code electronic}, {@code left}; null until it is
 * @param proof of service: number of the letter, who signed for it
 */
record Paper(
        long id,
        UUID complaint,
        String kind,
        @Nullable String number,
        @Nullable String facts,
        String text,
        @Nullable String basis,
        UUID draftedBy,
        @Nullable Instant signed,
        @Nullable String how,
        @Nullable LocalDate served,
        @Nullable String proof) {

    static final String NOTICE = "notice";
    static final String OPINION = "opinion";
}
