package org.qipan.workflow;

import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.qipan.workflow.FailedJob.Reason;

/** Reads the classes out of a stored stack trace, never the texts beside them. */
record FailureReason(Reason reason, String failure) {

    private static final Pattern FAILURE =
            Pattern.compile("(?m)^(?:Caused by: )?((?:[a-z_][\\w]*\\.)+[A-Z][\\w$]*)(?=:|\\s|$)");
    private static final Pattern CONTENDED =
            Pattern.compile("OptimisticLock|PessimisticLock|CannotAcquireLock|ConcurrencyFailure|Deadlock|StaleObject");
    private static final Pattern DATABASE =
            Pattern.compile("SQL|DataAccess|CannotCreateTransaction|CannotGetJdbc|DataIntegrity|Persistence|JDBC");
    private static final Pattern MISSING =
            Pattern.compile("NoSuchElement|EmptyResult|EntityNotFound|NullValue|NullPointer");
    private static final Pattern MODEL = Pattern.compile("ELException|PropertyNotFound|MethodNotFound|BpmnParse");

    static FailureReason of(String trace) {
        List<String> chain = FAILURE.matcher(trace)
                .results()
                .map((MatchResult match) -> match.group(1))
                .map(name -> name.substring(name.lastIndexOf('.') + 1))
                .toList();
        return new FailureReason(reason(chain), chain.isEmpty() ? "" : chain.get(chain.size() - 1));
    }

    private static Reason reason(List<String> chain) {
        if (any(chain, CONTENDED)) {
            return Reason.CONTENDED;
        }
        // Spring's exception of a row that is not there is one of data access, too
        if (any(chain, MISSING)) {
            return Reason.MISSING;
        }
        if (any(chain, DATABASE)) {
            return Reason.DATABASE;
        }
        return any(chain, MODEL) ? Reason.MODEL : Reason.OTHER;
    }

    private static boolean any(List<String> chain, Pattern name) {
        return chain.stream().anyMatch(failure -> name.matcher(failure).find());
    }
}
