package org.childfile.access.privacy;

/** A sealed value is not what was written: its bytes were changed, or it belongs elsewhere. The keys are not at fault. */
public final class DamagedValue extends IllegalStateException {

    DamagedValue(String place, Throwable cause) {
        super("a sealed value was changed, or belongs elsewhere: " + place, cause);
    }

    DamagedValue(String what) {
        super(what);
    }
}
