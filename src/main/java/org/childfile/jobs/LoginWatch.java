package org.childfile.jobs;

import java.util.List;
import javax.sql.DataSource;
import org.childfile.access.audit.Access;
import org.childfile.access.audit.AccessLog;
import org.childfile.access.rights.LoginLimits;
import org.childfile.access.rights.LoginStore;
import org.childfile.access.rights.LoginStore.Ended;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.ContextClosedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * Ends the sessions of SQL logins that take longer than they may, or that others wait for too long, while a run goes on or the
 * program serves: a login may set PostgreSQL's own limits aside for its session. What was ended stands in the access log.
 */
@Component
class LoginWatch {

    private static final Logger LOG = LoggerFactory.getLogger(LoginWatch.class);
    private static final int EVERY_SECONDS = 2;

    private final LoginStore logins;
    private final AccessLog log;
    private final LoginLimits limits;
    private final boolean serving;
    private @Nullable Repeated served;

    LoginWatch(
            DataSource dataSource,
            AccessLog log,
            LoginLimits limits,
            @Value("${childfile.schedule:false}") boolean serving) {
        this.logins = new LoginStore(dataSource);
        this.log = log;
        this.limits = limits;
        this.serving = serving;
    }

    /** Until it is closed. */
    Repeated begin() {
        return new Repeated("login-watch", 0, EVERY_SECONDS, this::pass);
    }

    @EventListener(ApplicationReadyEvent.class)
    synchronized void serve() {
        if (serving && served == null) {
            served = begin();
        }
    }

    @EventListener(ContextClosedEvent.class)
    synchronized void stop() {
        if (served != null) {
            served.close();
            served = null;
        }
    }

    /** A look that fails is told of, and the next one follows: the run does not hang on it. */
    private void pass() {
        try {
            List<Ended> ended = logins.endSessions(limits);
            log.record(ended.stream()
                    .map(session -> new Access(
                            "childfile",
                            "pipeline",
                            "operations",
                            "sql",
                            "session-ended",
                            List.of(),
                            List.of(),
                            session.login() + " " + session.reason()))
                    .toList());
            if (!ended.isEmpty()) {
                LOG.warn(
                        "ended {} sessions of SQL logins that took more than mappings/rights.yaml allows; whose: childfile"
                                + " audit list",
                        ended.size());
            }
        } catch (RuntimeException e) {
            LOG.warn("the sessions of SQL logins could not be looked at: {}", e.getMessage());
        }
    }
}
