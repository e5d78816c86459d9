package org.childfile.cli.terminal;

/** Why an answer is asked that lifts masks or may show many persons, as the one who asks says it. */
public interface Why {

    /** As it is recorded; empty for none. */
    String reason();

    /** Whether masks are lifted. */
    boolean reveals();

    /** What is asked, as a digest: whoever asks the same again gives the same. */
    byte[] request();
}
