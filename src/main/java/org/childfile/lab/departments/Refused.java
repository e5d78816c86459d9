package org.childfile.lab.departments;

/** A request that a department does not serve; it becomes a short JSON answer. */
final class Refused extends RuntimeException {

    private final int status;

    Refused(int status, String message) {
        super(message, null, false, false);
        this.status = status;
    }

    static Refused unknown(String path) {
        return new Refused(404, "there is no " + path);
    }

    DepartmentAnswer answer() {
        return DepartmentAnswer.json(status, Pages.error(status * 100, String.valueOf(getMessage())));
    }
}
