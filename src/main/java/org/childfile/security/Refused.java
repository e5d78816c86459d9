package org.childfile.security;

import java.util.Map;

/** A request that is refused. It carries names of parameters and what is allowed, never a value that was sent. */
public final class Refused extends RuntimeException {

    private final Refusal refusal;
    private final transient Object[] arguments;
    private final transient Map<String, Object> more;

    public Refused(Refusal refusal, Object... arguments) {
        this(refusal, arguments.clone(), Map.of());
    }

    private Refused(Refusal refusal, Object[] arguments, Map<String, Object> more) {
        super(refusal.code(), null, false, false);
        this.refusal = refusal;
        this.arguments = arguments;
        this.more = more;
    }

    /** The same with further members of its problem document. */
    public Refused with(Map<String, Object> members) {
        return new Refused(refusal, arguments, Map.copyOf(members));
    }

    /** Further members of its problem document. */
    public Map<String, Object> more() {
        return more;
    }

    public Refusal refusal() {
        return refusal;
    }

    /** What the refusal's text is completed with. */
    public Object[] arguments() {
        return arguments.clone();
    }
}
