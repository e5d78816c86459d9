package org.childfile.cli.terminal;

import java.nio.file.Path;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Where the program serves: the API at one port, health and metrics at another, each at an address of the machine.
 *
 * @param port 0 where the system chooses
 * @param perAddress connections that one address may have open at each of them
 */
public record ServedPorts(String bind, int port, String managementBind, int managementPort, int perAddress) {

    private static final String LOOPBACK = "127.0.0.1";
    private static final int PER_ADDRESS = 256;
    private static final int MOST = 65_535;

    static ServedPorts ofTheSystem() {
        return new ServedPorts(LOOPBACK, 0, LOOPBACK, 0, PER_ADDRESS);
    }

    /**
     * As the environment says.
     *
     * @param given the option {@code --port}
     * @throws WrongUse naming a variable that is no number
     */
    public static ServedPorts of(Map<String, String> environment, @Nullable Integer given, Messages messages) {
        int port = given != null ? given : number(environment, "CHILDFILE_PORT", 8080, MOST, messages);
        int management = number(
                environment, "CHILDFILE_MANAGEMENT_PORT", port == 0 ? 0 : Math.min(port + 1, MOST), MOST, messages);
        return new ServedPorts(
                environment.getOrDefault("CHILDFILE_BIND", LOOPBACK),
                port,
                environment.getOrDefault("CHILDFILE_MANAGEMENT_BIND", LOOPBACK),
                management,
                Math.max(
                        1, number(environment, "CHILDFILE_CONNECTIONS_PER_ADDRESS", PER_ADDRESS, 1_000_000, messages)));
    }

    private static int number(
            Map<String, String> environment, String variable, int usual, int most, Messages messages) {
        String set = environment.getOrDefault(variable, "");
        if (set.isBlank()) {
            return usual;
        }
        if (!set.matches("[0-9]{1,7}") || Integer.parseInt(set) > most) {
            throw new WrongUse(messages.text("serve.no-number", variable, set, Integer.toString(most)));
        }
        return Integer.parseInt(set);
    }

    /** As Spring Boot calls them. */
    Map<String, Object> properties(Path spool) {
        return Map.of(
                "server.address",
                bind,
                "server.port",
                port,
                "server.tomcat.basedir",
                spool.toString(),
                "management.server.address",
                managementBind,
                "management.server.port",
                managementPort,
                "childfile.connections-per-address",
                perAddress);
    }
}
