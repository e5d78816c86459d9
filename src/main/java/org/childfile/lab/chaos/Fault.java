package org.childfile.lab.chaos;

import org.childfile.kernel.Message;

/** One kind of fault: what is done to a night, and to what the night is then brought. */
interface Fault {

    /** The name by which the command line and the reports call it, such as {@code disk-full}. */
    String name();

    /**
     * Disturbs nights of the test bed, lets them be run again, and compares.
     *
     * @throws Exception if the fault could not be carried out as it was meant; nothing is known of the program then
     */
    Outcome strike(TestBed bed) throws Exception;

    /** What came of it. */
    sealed interface Outcome {

        /** The program did as it must, and the warehouse says what an undisturbed one says. */
        record Same(Message done) implements Outcome {}

        /**
         * Something was otherwise.
         *
         * @param found what, for who looks into it: views that differ, or what the program said
         */
        record Other(Message done, String found) implements Outcome {}

        /** The machine does not have what the fault needs. It is never counted as passed. */
        record Skipped(Message why) implements Outcome {}
    }

    /** The same where nothing was found, else another. */
    static Outcome outcome(Message done, String found) {
        return found.isEmpty() ? new Outcome.Same(done) : new Outcome.Other(done, found);
    }
}
