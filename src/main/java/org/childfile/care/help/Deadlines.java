package org.childfile.care.help;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import org.childfile.care.help.OutboxStore.Step;
import org.childfile.care.help.Standing.Transition;

/** Finds applications that are overdue, by the day that a run stands for, and escalates each once. */
final class Deadlines {

    private final Templates templates;
    private final Outbox outbox;
    private final OutboxStore applications;
    private final Clock clock;

    Deadlines(Templates templates, Outbox outbox, OutboxStore applications, Clock clock) {
        this.templates = templates;
        this.outbox = outbox;
        this.applications = applications;
        this.clock = clock;
    }

    /** How many are newly overdue on a day; reports of abuse are struck, and counted nowhere. */
    int escalate(LocalDate day) {
        List<String> late = outbox.inTransaction(() -> applications.late(day));
        int told = 0;
        for (String id : late) {
            told += Boolean.TRUE.equals(outbox.inTransaction(() -> escalate(id, day))) ? 1 : 0;
        }
        return told;
    }

    private boolean escalate(String id, LocalDate day) {
        Application application = applications.locked(id).orElseThrow();
        if (application.standing().state().ended()
                || !application.deadline().isBefore(day)
                || applications.callClosed(application)) {
            return false;
        }
        String to = templates
                .find(application.template())
                .map(ApplicationTemplate::escalateTo)
                .orElse("district");
        applications.take(
                application,
                new Step(
                        new Transition.DeadlinePassed(),
                        "childfile",
                        "ESCALATED_" + to.toUpperCase(java.util.Locale.ROOT),
                        null),
                clock.instant());
        applications.overdue(id, day, to);
        return !application.urgent();
    }
}
