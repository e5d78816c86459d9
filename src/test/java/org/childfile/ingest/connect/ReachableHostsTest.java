package org.childfile.ingest.connect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.InetAddress;
import java.net.UnknownHostException;
import org.childfile.ingest.connector.PullFailed;
import org.childfile.ingest.connector.SmallConnector;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ReachableHostsTest {

    private static final String ANY = """
            key: no
            format: {type: csv}
            fields: {required: [no]}
            """;

    @ParameterizedTest
    @ValueSource(strings = {"10.1.2.3", "172.17.0.2", "192.168.1.9", "219.153.0.1", "fd12:3456::1", "2408:8000::1"})
    void aNameMayLeadToADepartmentsNetwork(String address) throws UnknownHostException {
        assertThat(of(ANY, "dept.example", address).resolve("dept.example")[0].getHostAddress())
                .isEqualTo(InetAddress.getByName(address).getHostAddress());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "127.0.0.1",
                "127.1.2.3",
                "::1",
                "169.254.169.254",
                "169.254.0.1",
                "fe80::1",
                "0.0.0.0",
                "0.1.2.3",
                "::",
                "224.0.0.1",
                "ff02::1",
                "255.255.255.255",
                "100.100.100.200",
                "168.63.129.16",
                "192.0.0.192",
                "fd00:ec2::254",
                "::ffff:169.254.169.254",
                "::169.254.169.254",
                "::127.0.0.1",
                "64:ff9b::a9fe:a9fe",
                "64:ff9b::7f00:1",
            })
    void aNameMustNotLeadToThisMachineOrItsSurroundings(String address) {
        assertThatThrownBy(() -> of(ANY, "dept.example", "10.1.2.3", address).resolve("dept.example"))
                .isInstanceOf(PullFailed.class)
                .hasMessageEndingWith(": the host's name leads to an address of this machine or its surroundings")
                .extracting(failure -> ((PullFailed) failure).reason())
                .isEqualTo(PullFailed.Reason.FORBIDDEN_ADDRESS);
    }

    @ParameterizedTest
    @ValueSource(strings = {"169.254.169.254", "127.0.0.1", "::1", "fe80::1"})
    void anAddressThatTheUrlItselfNamesIsMeant(String address) throws UnknownHostException {
        assertThat(of(ANY, "[" + address + "]", address).resolve(address)).hasSize(1);
    }

    @Test
    void localhostIsThisMachine() throws UnknownHostException {
        assertThat(of(ANY, "localhost", "127.0.0.1").resolve("localhost")).hasSize(1);
        assertThatThrownBy(() -> of(ANY, "localhost", "169.254.169.254").resolve("localhost"))
                .isInstanceOf(PullFailed.class);
    }

    @Test
    void noOtherHostThanTheUrlsIsLookedUp() {
        assertThatThrownBy(() -> of(ANY, "dept.example", "10.1.2.3").resolve("elsewhere.example"))
                .hasMessageEndingWith(": the request leads to a host that its URL does not name");
    }

    @Test
    void theNameOfAHostIsTheSameInAnyCase() throws UnknownHostException {
        assertThat(of(ANY, "Dept.Example.", "10.1.2.3").resolve("dept.example")).hasSize(1);
    }

    @Test
    void aListedHostMayBeThisMachineAndOneThatIsNotListedIsNotAsked() throws UnknownHostException {
        String listed = ANY + "hosts: [tunnel.example]\n";
        assertThat(of(listed, "tunnel.example", "127.0.0.1").resolve("tunnel.example"))
                .hasSize(1);
        assertThatThrownBy(() -> of(listed, "tunnel.example", "169.254.169.254").resolve("tunnel.example"))
                .isInstanceOf(PullFailed.class);
        assertThatThrownBy(() -> of(listed, "dept.example", "10.1.2.3").resolve("dept.example"))
                .hasMessageEndingWith(": the request leads to a host that hosts does not name");
    }

    private static ReachableHosts of(String connector, String urlHost, String... addresses) {
        return new ReachableHosts(SmallConnector.with(connector).endpoint(), () -> urlHost, name -> {
            InetAddress[] found = new InetAddress[addresses.length];
            for (int i = 0; i < found.length; i++) {
                found[i] = InetAddress.getByName(addresses[i]);
            }
            return found;
        });
    }
}
