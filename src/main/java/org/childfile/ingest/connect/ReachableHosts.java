package org.childfile.ingest.connect;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import org.apache.hc.client5.http.DnsResolver;
import org.childfile.ingest.connector.Endpoint;
import org.childfile.ingest.connector.PullFailed;

/**
 * The one host that a feed's requests may go to, and where its name may lead. Asked when a connection is opened, so a name
 * that changes its address between two requests changes nothing.
 *
 * <ol>
 *   <li>No other host than the one of the URL is looked up; if the connector lists {@code hosts}, it is one of those.
 *   <li>An address that stands in the URL itself is meant; the operator wrote it.
 *   <li>A name must lead to no address by which a machine speaks to itself or to what gives it its secrets: loopback (but
 *       for {@code localhost} and a listed host), link-local, unspecified and multicast addresses, and the metadata
 *       services of the usual clouds.
 * </ol>
 */
public final class ReachableHosts implements DnsResolver {

    private static final Pattern LITERAL = Pattern.compile("\\d+\\.\\d+\\.\\d+\\.\\d+|.*:.*");
    private static final Set<String> METADATA =
            Set.of("100.100.100.200", "168.63.129.16", "192.0.0.192", "fd00:ec2:0:0:0:0:0:254");

    /** Finds the addresses of a name. */
    public interface Lookup {
        InetAddress[] all(String host) throws UnknownHostException;
    }

    private final Endpoint endpoint;
    private final Supplier<String> host;
    private final Lookup lookup;

    /** @param host the host of the connector's URL */
    public ReachableHosts(Endpoint endpoint, Supplier<String> host, Lookup lookup) {
        this.endpoint = endpoint;
        this.host = host;
        this.lookup = lookup;
    }

    @Override
    public InetAddress[] resolve(String name) throws UnknownHostException {
        String asked = plain(name);
        List<String> listed =
                endpoint.hosts().stream().map(ReachableHosts::plain).toList();
        if (!asked.equals(plain(host.get())) || !listed.isEmpty() && !listed.contains(asked)) {
            throw refused(
                    "the request leads to a host that " + (listed.isEmpty() ? "its URL" : "hosts") + " does not name");
        }
        InetAddress[] addresses = lookup.all(asked);
        boolean literal = LITERAL.matcher(asked).matches();
        boolean mayBeLoopback = asked.equals("localhost") || asked.endsWith(".localhost") || listed.contains(asked);
        if (!literal && Arrays.stream(addresses).anyMatch(address -> inward(address, mayBeLoopback))) {
            throw refused("the host's name leads to an address of this machine or its surroundings");
        }
        return addresses;
    }

    @Override
    public String resolveCanonicalHostname(String name) {
        return name;
    }

    private static boolean inward(InetAddress address, boolean mayBeLoopback) {
        byte[] bytes = address.getAddress();
        if (embedsIpv4(bytes)) {
            return inward(address(Arrays.copyOfRange(bytes, 12, 16)), mayBeLoopback);
        }
        return address.isLoopbackAddress() && !mayBeLoopback
                || address.isLinkLocalAddress()
                || address.isAnyLocalAddress()
                || address.isMulticastAddress()
                || bytes.length == 4 && (bytes[0] == 0 || bytes[0] == -1)
                || METADATA.contains(address.getHostAddress());
    }

    /** {@code ::a.b.c.d}, {@code ::ffff:a.b.c.d} and NAT64's {@code 64:ff9b::a.b.c.d}; not {@code ::} and {@code ::1}. */
    private static boolean embedsIpv4(byte[] bytes) {
        if (bytes.length != 16) {
            return false;
        }
        boolean translated = bytes[0] == 0 && bytes[1] == 0x64 && bytes[2] == -1 && bytes[3] == (byte) 0x9b;
        boolean zeros = zero(bytes, 4, 10) && (translated || zero(bytes, 0, 4));
        boolean mapped = bytes[10] == -1 && bytes[11] == -1;
        boolean small = zero(bytes, 12, 15) && (bytes[15] == 0 || bytes[15] == 1);
        return zeros && (mapped || zero(bytes, 10, 12)) && !(small && !translated && !mapped);
    }

    private static boolean zero(byte[] bytes, int from, int to) {
        for (int i = from; i < to; i++) {
            if (bytes[i] != 0) {
                return false;
            }
        }
        return true;
    }

    private static InetAddress address(byte[] bytes) {
        try {
            return InetAddress.getByAddress(bytes);
        } catch (UnknownHostException e) {
            throw new IllegalStateException("four bytes are an address", e);
        }
    }

    private static String plain(String name) {
        return name.toLowerCase(Locale.ROOT).replaceAll("^\\[|]$|\\.$", "");
    }

    private PullFailed refused(String why) {
        return new PullFailed(PullFailed.Reason.FORBIDDEN_ADDRESS, endpoint.file() + ": " + why);
    }
}
