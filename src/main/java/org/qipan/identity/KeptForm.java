package org.qipan.identity;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpSession;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;

/** What somebody had typed when he was sent to confirm who he is, kept in his session until the form is shown again. */
public record KeptForm(String address, HashMap<String, ArrayList<String>> fields) implements Serializable {

    private static final String KEPT = KeptForm.class.getName();
    private static final Set<String> NOT_TYPED = Set.of("_csrf", "idempotencyKey");

    static void keep(HttpServletRequest request) {
        HashMap<String, ArrayList<String>> fields = new HashMap<>();
        for (Map.Entry<String, String[]> field : request.getParameterMap().entrySet()) {
            if (!NOT_TYPED.contains(field.getKey())) {
                fields.put(field.getKey(), new ArrayList<>(Arrays.asList(field.getValue())));
            }
        }
        request.getSession().setAttribute(KEPT, new KeptForm(request.getRequestURI(), fields));
    }

    /** What was typed at this address, empty if nothing was kept; asked once. */
    public static Optional<MultiValueMap<String, String>> take(HttpServletRequest request) {
        HttpSession session = request.getSession(false);
        if (session == null
                || !(session.getAttribute(KEPT) instanceof KeptForm typed)
                || !typed.address.equals(request.getRequestURI())) {
            return Optional.empty();
        }
        session.removeAttribute(KEPT);
        MultiValueMap<String, String> fields = new LinkedMultiValueMap<>();
        typed.fields.forEach(fields::addAll);
        return Optional.of(fields);
    }
}
