package org.qipan.hotline;

import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URI;
import java.util.List;
import org.qipan.page.Texts;
import org.qipan.worklist.Refused.Reason;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;

/** What a caller is told when it does not work: problem details (RFC 9457), each wrong field by its name. */
@Component
class Faults {

    private static final String LATER = "60";

    private final ObjectMapper json;
    private final Texts texts;

    Faults(ObjectMapper json, Texts texts) {
        this.json = json;
        this.texts = texts;
    }

    /** @param field as in the body that was sent, empty if it is not about one field */
    record Wrong(String field, String message) {}

    ResponseEntity<ProblemDetail> answer(Faulty faulty) {
        Fault fault = faulty.fault();
        var answer = ResponseEntity.status(fault.status()).contentType(MediaType.APPLICATION_PROBLEM_JSON);
        if (fault == Fault.OFTEN || fault == Fault.AWAY) {
            answer.header(HttpHeaders.RETRY_AFTER, LATER);
        }
        return answer.body(problem(fault, faulty.reasons()));
    }

    /** The same from where no controller has been reached yet. */
    void write(HttpServletResponse response, Fault fault) throws IOException {
        response.setStatus(fault.status().value());
        response.setContentType(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
        if (fault == Fault.AWAY) {
            response.setHeader(HttpHeaders.RETRY_AFTER, LATER);
        }
        json.writeValue(response.getOutputStream(), problem(fault, List.of()));
    }

    private ProblemDetail problem(Fault fault, List<Reason> reasons) {
        ProblemDetail problem =
                ProblemDetail.forStatusAndDetail(fault.status(), texts.text("hotline.fault." + fault.code()));
        problem.setType(URI.create(fault.type()));
        if (!reasons.isEmpty()) {
            problem.setProperty("errors", reasons.stream().map(this::wrong).toList());
        }
        return problem;
    }

    private Wrong wrong(Reason reason) {
        String field = reason.field();
        return new Wrong(field == null ? "" : field, reason.in(texts));
    }
}
