package org.childfile.jobs;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import org.childfile.database.DatabaseAddress;
import org.childfile.lab.departments.Departments;
import org.childfile.lab.departments.Tampering;

/** A place in a night at which it stands still, surely inside one step, until this is closed. */
public interface Standstill extends AutoCloseable {

    /** Whether the night has come there. */
    boolean reached();

    @Override
    void close();

    /** In front of a row or table that this statement takes and the step needs. */
    static Standstill atDatabase(DatabaseAddress address, String taking) {
        try {
            Connection connection = address.connect();
            connection.setAutoCommit(false);
            try (Statement statement = connection.createStatement()) {
                statement.execute(taking);
            }
            return new Taken(connection);
        } catch (SQLException e) {
            throw new IllegalStateException(taking, e);
        }
    }

    /** In the middle of a pull, whose department does not answer one of its requests. */
    static Standstill atDepartment(Departments departments, String feed, int request) {
        return atDepartments(departments, List.of(feed), request, 1);
    }

    /** At the beginning of as many pulls as a night does at once; no department answers. */
    static Standstill atTheFirstPulls(Departments departments) {
        return atDepartments(departments, BadNight.FEEDS, 1, 2);
    }

    /** While a department that has taken an application, or was asked how one stands, does not answer. */
    static Standstill atApplications(Departments departments, String department, int request) {
        CountDownLatch asked = new CountDownLatch(1);
        CountDownLatch released = new CountDownLatch(1);
        departments.tamperApplications(department, heldAt(request, asked, released));
        return held(departments, asked, released);
    }

    private static Standstill atDepartments(Departments departments, List<String> feeds, int request, int pulls) {
        CountDownLatch asked = new CountDownLatch(pulls);
        CountDownLatch released = new CountDownLatch(1);
        for (String feed : feeds) {
            departments.tamper(feed, heldAt(request, asked, released));
        }
        return held(departments, asked, released);
    }

    private static Tampering heldAt(int request, CountDownLatch asked, CountDownLatch released) {
        return (nth, path, honest) -> {
            if (nth == request) {
                asked.countDown();
                awaitQuietly(released);
            }
            return honest;
        };
    }

    private static Standstill held(Departments departments, CountDownLatch asked, CountDownLatch released) {
        return new Standstill() {
            @Override
            public boolean reached() {
                return asked.getCount() == 0;
            }

            @Override
            public void close() {
                departments.behave();
                released.countDown();
            }
        };
    }

    private static void awaitQuietly(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** What a transaction of the test holds. */
    record Taken(Connection connection) implements Standstill {

        /** Whether a session waits for what this one holds. */
        @Override
        public boolean reached() {
            try (Statement statement = connection.createStatement();
                    ResultSet row = statement.executeQuery("""
                            select exists (
                                select from pg_locks
                                where not granted and pg_backend_pid() = any(pg_blocking_pids(pid)))""")) {
                row.next();
                return row.getBoolean(1);
            } catch (SQLException e) {
                throw new IllegalStateException(e);
            }
        }

        @Override
        public void close() {
            try {
                connection.close();
            } catch (SQLException e) {
                throw new IllegalStateException(e);
            }
        }
    }
}
