package org.childfile.access.privacy;

/**
 * Whom or what a sealed value is about, so that its key can be destroyed: everything that is sealed of a subject is lost with
 * it, wherever a copy lies.
 *
 * @param name never in clear beside the value; its keyed digest is
 */
public record Subject(String name) {

    /** A child or volunteer, by the id under which the value was written. */
    public static Subject person(String id) {
        return new Subject("person\0" + id);
    }

    /** A record of a feed, in every stage. The key is the one that stands in the tables. */
    public static Subject record(String feed, String storedKey) {
        return new Subject("record\0" + feed + '\0' + storedKey);
    }

    /** What was said of the duties of a pairing. */
    public static Subject pairing(String pairing) {
        return new Subject("pairing\0" + pairing);
    }

    /** A call for help. */
    public static Subject call(String wakeup) {
        return new Subject("call\0" + wakeup);
    }

    /** What is asked of one department because of a call. */
    public static Subject application(String application) {
        return new Subject("application\0" + application);
    }

    /** The whole file of a pull. */
    public static Subject document(long pull) {
        return new Subject("document\0" + pull);
    }
}
