package org.childfile.api;

/** The id that was asked for is retired; the person lives on under another one. */
final class RetiredIdRedirect extends RuntimeException {

    private final String retired;
    private final String current;

    RetiredIdRedirect(String retired, String current) {
        super("a retired id", null, false, false);
        this.retired = retired;
        this.current = current;
    }

    /** The same address with the current id. */
    String location(String address) {
        return address.replace(retired, current);
    }
}
