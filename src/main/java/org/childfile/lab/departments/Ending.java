package org.childfile.lab.departments;

/** How an answer ends on the wire. */
public enum Ending {
    /** Whole. */
    COMPLETE,
    /** The head announces the whole length, half of the body follows, then the connection is closed. */
    CUT_SHORT,
    /** The head is whole, and the body comes byte by byte over many minutes. */
    DRIPPING,
    /** The connection is closed without an answer; status, headers and body are not sent. */
    CLOSED
}
