package org.childfile.access.audit;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * Who acts at this machine, by what the kernel knows of the process and never by a setting: neither {@code user.name} nor
 * {@code USER} nor {@code SUDO_USER} is read.
 *
 * @param person the account of who is behind it: who logged in (the login uid that the kernel's audit keeps), else whose
 *     process gave its rights up for the account's ({@code sudo}, {@code su}), else the account itself
 * @param account the account that the process runs as, by its real uid
 * @param way {@code sudo} or {@code su} where the person came to the account by it; empty for none that is known
 * @param known whether the system knows who logged in or gave up its rights; else the person is no more than the account, and may be
 *     anybody who can act as it and cut the chain of processes
 */
public record OperatorIdentity(String person, String account, String way, boolean known) {

    /** How the issuer of a token begins who may be anybody at the machine. */
    public static final String UNKNOWN = "? ";

    public OperatorIdentity {
        if (person.isBlank() || account.isBlank()) {
            throw new IllegalArgumentException("an identity names a person and an account; one of them is blank");
        }
    }

    /** Read once: a process cannot come to be another person's. */
    private static final class Own {
        private static final OperatorIdentity IDENTITY = new ProcessOwner(Path.of("/proc"), new AccountNames()).read();
    }

    /** Who runs this process. */
    public static OperatorIdentity ofThisProcess() {
        return Own.IDENTITY;
    }

    /** As it is recorded: {@code wang}, {@code wang (via sudo as childfile)} or {@code wang (as childfile)}. */
    public String recorded() {
        if (person.equals(account)) {
            return person;
        }
        return person + (way.isEmpty() ? " (as " : " (via " + way + " as ") + account + ")";
    }

    /** As it stands in tokens that are issued here: one of a person who is not known begins with a question mark. */
    public String issuing() {
        return known ? recorded() : UNKNOWN + recorded();
    }

    /**
     * As it stands beside a decision.
     *
     * @param forWhom for whom it was taken down, by that person's word; null or blank for oneself. It replaces nobody
     */
    public String deciding(@Nullable String forWhom) {
        return forWhom == null || forWhom.isBlank() || forWhom.strip().equals(person)
                ? recorded()
                : recorded() + ", for " + forWhom.strip();
    }
}
