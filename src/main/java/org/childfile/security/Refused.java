package org.childfile.security;

/** A request that is refused. It carries names of parameters and what is allowed, never a value that was sent. */
public final class Refused extends RuntimeException {

    private final Refusal refusal;
    private final transient Object[] arguments;

    public Refused(Refusal refusal, Object... arguments) {
        super(refusal.code(), null, false, false);
        this.refusal = refusal;
        this.arguments = arguments.clone();
    }

    public Refusal refusal() {
        return refusal;
    }

    /** What the refusal's text is completed with. */
    public Object[] arguments() {
        return arguments.clone();
    }
}
