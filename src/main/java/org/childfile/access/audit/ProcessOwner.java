package org.childfile.access.audit;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;

/**
 * Reads who is behind a process from the kernel's own account of processes (proc(5)):
 *
 * <ol>
 *   <li>The account is the real uid of the process.
 *   <li>The person is the login uid, where one was set at login: it stays through {@code su} and {@code sudo}.
 *   <li>Else the person is the owner of the nearest process above that is neither root's nor the account's: a process of
 *       one user comes to run as another only by a program that asked for leave. What {@code SUDO_UID} says is not needed,
 *       and anybody could set it.
 *   <li>Else it is the account: a service, or somebody who cut the chain of processes and is known by no more than that.
 * </ol>
 */
final class ProcessOwner {

    private static final long ROOT = 0;
    /** What the kernel gives where nobody logged in. */
    private static final long UNSET = 0xFFFFFFFFL;

    private static final int MOST_ANCESTORS = 64;
    private static final Set<String> WAYS = Set.of("sudo", "su", "doas", "runuser", "pkexec");

    private final Path proc;
    private final AccountNames names;

    ProcessOwner(Path proc, AccountNames names) {
        this.proc = proc;
        this.names = names;
    }

    /** What {@code status} tells of a process. */
    private record Status(String name, long parent, long realUid, long effectiveUid) {}

    /** The caller's uid, and by which program it came to the account. */
    private record Above(OptionalLong caller, String way) {}

    OperatorIdentity read() {
        Optional<Status> self = status("self");
        if (self.isEmpty()) {
            // No proc(5): the account is all that the system tells.
            String account = ProcessHandle.current().info().user().orElse("unknown");
            return new OperatorIdentity(account, account, "", false);
        }
        long account = self.get().realUid();
        Above above = above(self.get(), account);
        OptionalLong login = loginUid();
        long person = login.orElse(above.caller().orElse(account));
        return new OperatorIdentity(
                names.of(person),
                names.of(account),
                person == account ? "" : above.way(),
                login.isPresent() || above.caller().isPresent());
    }

    private Above above(Status self, long account) {
        String way = "";
        long parent = self.parent();
        for (int i = 0; i < MOST_ANCESTORS && parent > 0; i++) {
            Optional<Status> found = status(Long.toString(parent));
            if (found.isEmpty()) {
                break;
            }
            Status each = found.get();
            if (way.isEmpty() && each.effectiveUid() == ROOT && WAYS.contains(each.name())) {
                way = each.name();
            }
            if (each.realUid() != ROOT && each.realUid() != account) {
                return new Above(OptionalLong.of(each.realUid()), way);
            }
            parent = each.parent();
        }
        return new Above(OptionalLong.empty(), way);
    }

    private OptionalLong loginUid() {
        try {
            long uid = Long.parseLong(
                    Files.readString(proc.resolve("self").resolve("loginuid")).strip());
            return uid == UNSET ? OptionalLong.empty() : OptionalLong.of(uid);
        } catch (IOException | NumberFormatException e) {
            // A kernel without audit.
            return OptionalLong.empty();
        }
    }

    /** Empty where the process is gone, or hidden from others. */
    private Optional<Status> status(String process) {
        try {
            Map<String, String> lines = new HashMap<>();
            // A process may call itself as it likes, in any bytes.
            for (String line : Files.readString(proc.resolve(process).resolve("status"), StandardCharsets.ISO_8859_1)
                    .split("\n", -1)) {
                int colon = line.indexOf(':');
                if (colon > 0) {
                    lines.putIfAbsent(
                            line.substring(0, colon), line.substring(colon + 1).strip());
                }
            }
            String[] uids = lines.getOrDefault("Uid", "").split("\\s+", -1);
            return Optional.of(new Status(
                    lines.getOrDefault("Name", ""),
                    Long.parseLong(lines.getOrDefault("PPid", "0")),
                    Long.parseLong(uids[0]),
                    Long.parseLong(uids[1])));
        } catch (IOException | NumberFormatException | ArrayIndexOutOfBoundsException e) {
            return Optional.empty();
        }
    }
}
