package org.qipan.identity;

import java.util.Optional;
import java.util.UUID;
import org.qipan.directory.CurrentStaff;
import org.qipan.directory.Directory;
import org.qipan.directory.Staff;
import org.springframework.security.authentication.AnonymousAuthenticationToken;
import org.springframework.security.authentication.InsufficientAuthenticationException;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Component;
import org.springframework.web.context.request.RequestAttributes;
import org.springframework.web.context.request.RequestContextHolder;

/**
 * The person behind the session as our tables have him at this request, not as his token had him at log-in: who was disabled or lost a
 * post is without it on the next request, on every node. Read once a request.
 */
@Component
class SignedInStaff implements CurrentStaff {

    private static final String KEPT = SignedInStaff.class.getName();

    private final Directory directory;

    SignedInStaff(Directory directory) {
        this.directory = directory;
    }

    @Override
    public Staff get() {
        return find().orElseThrow(() ->
                new InsufficientAuthenticationException("nobody signed in whom the directory knows as active"));
    }

    @Override
    public Optional<Staff> find() {
        Authentication signedIn = SecurityContextHolder.getContext().getAuthentication();
        if (signedIn == null || signedIn instanceof AnonymousAuthenticationToken || !signedIn.isAuthenticated()) {
            return Optional.empty();
        }
        return subject(signedIn.getName()).flatMap(this::once).filter(Staff::enabled);
    }

    private Optional<Staff> once(UUID subject) {
        RequestAttributes request = RequestContextHolder.getRequestAttributes();
        if (request == null) {
            return directory.staff(subject);
        }
        if (request.getAttribute(KEPT, RequestAttributes.SCOPE_REQUEST) instanceof Staff kept
                && kept.id().equals(subject)) {
            return Optional.of(kept);
        }
        Optional<Staff> staff = directory.staff(subject);
        staff.ifPresent(found -> request.setAttribute(KEPT, found, RequestAttributes.SCOPE_REQUEST));
        return staff;
    }

    private static Optional<UUID> subject(String name) {
        try {
            return Optional.of(UUID.fromString(name));
        } catch (IllegalArgumentException notASubject) {
            return Optional.empty();
        }
    }
}
