package org.qipan.term;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.qipan.deadline.ComplaintTerms;
import org.qipan.deadline.PetitionTerms;
import org.qipan.deadline.ProblemTerms;
import org.qipan.deadline.TermKind;
import org.qipan.deadline.TermRule;

/** The terms the product knows by itself. What the Regulation sets is the ceiling of what an office may set. */
final class Standard {

    private static final Map<String, TermRule> RULES = rules();

    /** 信访工作条例 arts. 35, 36: the petitioner's own time to ask. Whoever made it shorter would take a right from him. */
    private static final Set<String> RIGHTS =
            Set.of(PetitionTerms.REVIEW_REQUEST.code(), PetitionTerms.SECOND_REVIEW_REQUEST.code());

    /** What a subject may name, and the route's clock it is the clock of. */
    private static final Map<String, String> ROUTES = Map.of(
            PetitionTerms.HANDLING.code(), PetitionTerms.HANDLING.code(),
            ComplaintTerms.SIMPLE.code(), ComplaintTerms.SIMPLE.code(),
            ComplaintTerms.DUTY.code(), ComplaintTerms.DUTY.code(),
            ComplaintTerms.SUGGESTION.code(), ComplaintTerms.SUGGESTION.code(),
            ComplaintTerms.INQUIRY.code(), ComplaintTerms.SIMPLE.code());

    private Standard() {}

    private static Map<String, TermRule> rules() {
        Map<String, TermRule> rules = new LinkedHashMap<>();
        List.of(
                        PetitionTerms.ROUTING,
                        PetitionTerms.NOTICE,
                        PetitionTerms.OBJECTION,
                        PetitionTerms.HANDLING,
                        PetitionTerms.REVIEW_REQUEST,
                        PetitionTerms.REVIEW,
                        PetitionTerms.SECOND_REVIEW_REQUEST,
                        PetitionTerms.SECOND_REVIEW,
                        ComplaintTerms.SIMPLE,
                        ComplaintTerms.SUGGESTION,
                        ComplaintTerms.DUTY,
                        ComplaintTerms.INQUIRY,
                        ComplaintTerms.CARRYING,
                        ComplaintTerms.FOLLOW_UP,
                        ProblemTerms.ORDINARY,
                        ProblemTerms.URGENT)
                .forEach(rule -> rules.put(rule.code(), rule));
        return rules;
    }

    static Map<String, TermRule> all() {
        return RULES;
    }

    static @Nullable TermRule find(String code) {
        return RULES.get(code);
    }

    /** What the Regulation sets; empty where the office does. */
    static Optional<TermRule> law(String code) {
        return Optional.ofNullable(RULES.get(code)).filter(rule -> rule.kind() == TermKind.STATUTORY);
    }

    static boolean right(String code) {
        return RIGHTS.contains(code);
    }

    /** Whether a subject may name it: what answers a matter, and whatever the office added. */
    static boolean answers(String code) {
        return ROUTES.containsKey(code) || !RULES.containsKey(code);
    }

    /** Whether a subject's own term is the clock of a route: each of the product's belongs to one, what the office added to all. */
    static boolean fits(String own, String route) {
        return ROUTES.containsValue(route) && (!RULES.containsKey(own) || route.equals(ROUTES.get(own)));
    }
}
