package org.qipan.identity;

import java.net.URI;
import org.qipan.audit.Actor;
import org.qipan.audit.CurrentActor;
import org.qipan.directory.CurrentStaff;
import org.qipan.directory.Staff;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.core.task.TaskExecutor;

/** Accounts as they are wired, with {@link MemoryAccounts} for Keycloak. */
@Import({
    Accounts.class,
    Appointments.class,
    Departures.class,
    Sessions.class,
    StepUp.class,
    StepUpGate.class,
    MemoryAccounts.class
})
public class AccountsFixture {

    @Bean
    KeycloakAccess keycloakAccess() {
        return new KeycloakAccess(URI.create("http://keycloak"), null, "qipan", "s", "l", "a");
    }

    @Bean
    CurrentActor currentActor(CurrentStaff current) {
        return () -> current.find().map(Staff::actor).orElseGet(Actor::system);
    }

    /** Work after a commit happens on another thread, as in the product, and is done when the answer is there. */
    @Bean("applicationTaskExecutor")
    TaskExecutor applicationTaskExecutor() {
        return task -> {
            var thread = new Thread(task);
            thread.start();
            try {
                thread.join();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        };
    }

    /** What the next poll does once Keycloak answers. */
    @Bean
    public Poll poll(Appointments appointments) {
        return appointments::send;
    }

    /** One round of the poll. */
    @FunctionalInterface
    public interface Poll {
        void round();
    }
}
