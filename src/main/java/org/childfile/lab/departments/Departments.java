package org.childfile.lab.departments;

import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.verification.LoggedRequest;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/**
 * The seven departments with their nine feeds, on one port, each below its own path such as {@code /civil-affairs}.
 * They serve a generated world and check every credential; what they know of a file is worked out when it is first
 * asked for.
 *
 * <p>Over 250 lines: the whole of what demo and tests may do with them stands here.
 */
public final class Departments implements AutoCloseable {

    private static final List<String> FEEDS = List.of(
            "civil-affairs",
            "education",
            "public-security",
            "health",
            "political-legal",
            "medical-insurance",
            "volunteers",
            "pairings",
            "care-records");

    private record Spoiler(Tampering tampering, AtomicInteger requests) {}

    private final World world;
    private final CivilAffairs civilAffairs;
    private final Map<String, Desk> desks;
    private final Map<String, AtomicInteger> requests = new ConcurrentHashMap<>();
    private final Map<String, Spoiler> spoilers = new ConcurrentHashMap<>();
    private final WireMockServer server;
    private final Map<String, Integer> nights = new ConcurrentHashMap<>();
    private volatile int night = 1;

    private Departments(Path dir, int port, String bindAddress, Clock clock, boolean underLoad) {
        world = new World(dir);
        civilAffairs = new CivilAffairs(world, clock);
        desks = Map.of(
                "civil-affairs", civilAffairs,
                "education", new Education(world),
                "public-security", new PublicSecurity(world, clock),
                "health", new Health(world, underLoad),
                "political-legal", new PoliticalLegal(world),
                "medical-insurance", new MedicalInsurance(world),
                "womens-federation", new WomensFederation(world));
        server = Wire.open(port, bindAddress, this::serve);
    }

    /**
     * Serves the world below a folder, at first as it is in night 1.
     *
     * @param dir has the folders {@code night-1}, {@code night-2} …
     * @param port 0 for any free one
     * @param bindAddress such as {@code 127.0.0.1}, or {@code 0.0.0.0} for every address of the machine
     * @throws IllegalArgumentException if there is no world
     */
    public static Departments start(Path dir, int port, String bindAddress) {
        return start(dir, port, bindAddress, Clock.systemUTC());
    }

    /** The same by another clock, by which tokens expire and signatures grow stale. */
    public static Departments start(Path dir, int port, String bindAddress, Clock clock) {
        return new Departments(dir, port, bindAddress, clock, false);
    }

    /** The same as on a busy night: health answers the first request of each night with HTTP 429. */
    public static Departments startUnderLoad(Path dir, int port, String bindAddress) {
        return new Departments(dir, port, bindAddress, Clock.systemUTC(), true);
    }

    /**
     * Which night's state is served from now on.
     *
     * @throws IllegalArgumentException if the world has no such night
     */
    public void night(int other) {
        if (!world.has(other)) {
            throw new IllegalArgumentException("the world has no night " + other);
        }
        night = other;
    }

    /**
     * The same of one feed alone, until all departments behave.
     *
     * @throws IllegalArgumentException if there is no such feed
     */
    public void night(String feed, int other) {
        nights.put(known(feed), other);
    }

    /** The port that is listened on. */
    public int port() {
        return server.port();
    }

    /** The variables that a client on this machine needs, sorted by name. */
    public Map<String, String> environment() {
        Map<String, String> variables = new TreeMap<>();
        for (String department : desks.keySet()) {
            String name = department.toUpperCase(java.util.Locale.ROOT).replace('-', '_') + "_URL";
            variables.put(name, "http://127.0.0.1:" + port() + "/" + department);
        }
        variables.put("CIVIL_AFFAIRS_CLIENT_ID", CivilAffairs.CLIENT_ID);
        variables.put("CIVIL_AFFAIRS_CLIENT_SECRET", CivilAffairs.CLIENT_SECRET);
        variables.put("PUBLIC_SECURITY_APP_ID", PublicSecurity.APP_ID);
        variables.put("PUBLIC_SECURITY_SECRET", PublicSecurity.SECRET);
        variables.put("HEALTH_API_KEY", Health.API_KEY);
        variables.put("MEDICAL_INSURANCE_TOKEN", MedicalInsurance.TOKEN);
        variables.put("WOMENS_FEDERATION_TOKEN", WomensFederation.TOKEN);
        return Collections.unmodifiableMap(variables);
    }

    /**
     * Spoils the answers of a feed from now on, in place of an earlier tampering. Token requests belong to civil-affairs.
     *
     * @throws IllegalArgumentException if there is no such feed
     */
    public void tamper(String feed, Tampering tampering) {
        spoilers.put(known(feed), new Spoiler(tampering, new AtomicInteger()));
    }

    /**
     * The same for the applications that a department takes.
     *
     * @param department such as {@code education}
     * @throws IllegalArgumentException if it takes none
     */
    public void tamperApplications(String department, Tampering tampering) {
        taking(department);
        spoilers.put(applicationsOf(department), new Spoiler(tampering, new AtomicInteger()));
    }

    /**
     * How many different applications a department has taken.
     *
     * @throws IllegalArgumentException if it takes none
     */
    public int applications(String department) {
        return taking(department).count();
    }

    /** How many different applications all departments have taken. */
    public int applications() {
        return desks.values().stream()
                .map(Desk::applications)
                .filter(Objects::nonNull)
                .mapToInt(Applications::count)
                .sum();
    }

    private Applications taking(String department) {
        Desk desk = desks.get(department);
        Applications applications = desk == null ? null : desk.applications();
        if (applications == null) {
            throw new IllegalArgumentException("no department " + department + " takes applications");
        }
        return applications;
    }

    private static String applicationsOf(String department) {
        return "applications of " + department;
    }

    /** Drops every tampering, and the nights of single feeds. */
    public void behave() {
        spoilers.clear();
        nights.clear();
    }

    /**
     * How many requests of a feed came since the start, refused ones too.
     *
     * @throws IllegalArgumentException if there is no such feed
     */
    public int requests(String feed) {
        AtomicInteger count = requests.get(known(feed));
        return count == null ? 0 : count.get();
    }

    /** Makes every token that was given out so far unknown. */
    void expireTokens() {
        civilAffairs.expireTokens();
    }

    @Override
    public void close() {
        server.stop();
    }

    private static String known(String feed) {
        if (!FEEDS.contains(feed)) {
            throw new IllegalArgumentException(
                    "there is no feed " + feed + "; the feeds are " + String.join(", ", FEEDS));
        }
        return feed;
    }

    private DepartmentAnswer serve(LoggedRequest request) {
        String url = request.getUrl();
        String whole = withoutQuery(url);
        int slash = whole.indexOf('/', 1);
        String department = whole.substring(1, slash < 0 ? whole.length() : slash);
        Desk desk = desks.get(department);
        if (desk == null) {
            return Refused.unknown(whole).answer();
        }
        String base = "/" + department;
        String path = whole.substring(base.length());
        Applications applications = desk.applications();
        String feed =
                applications != null && applications.knows(path) ? applicationsOf(department) : feed(department, path);
        if (feed == null) {
            return honest(desk, request, url.substring(base.length()), night);
        }
        int served = nights.getOrDefault(feed, night);
        requests.computeIfAbsent(feed, first -> new AtomicInteger()).incrementAndGet();
        DepartmentAnswer honest = honest(desk, request, url.substring(base.length()), served);
        Spoiler spoiler = spoilers.get(feed);
        if (spoiler == null) {
            return honest;
        }
        int nth = spoiler.requests().incrementAndGet();
        return spoiler.tampering()
                .apply(nth, url.substring(base.length()), honest, other -> honest(desk, request, other, served));
    }

    private static @Nullable String feed(String department, String path) {
        if (!department.equals("womens-federation")) {
            return department;
        }
        return switch (path) {
            case "/volunteers.csv" -> "volunteers";
            case "/pairings" -> "pairings";
            case "/care-records" -> "care-records";
            default -> null;
        };
    }

    private DepartmentAnswer honest(Desk desk, LoggedRequest request, String pathAndQuery, int served) {
        String method = request.getMethod().getName();
        String path = withoutQuery(pathAndQuery);
        try {
            Applications applications = desk.applications();
            boolean taken = applications != null && applications.takes(path);
            if (!method.equals(taken || path.equals("/oauth/token") ? "POST" : "GET")) {
                throw new Refused(405, path + " does not take " + method);
            }
            return desk.answer(new DepartmentRequest(
                    request.getUrl(),
                    path,
                    DepartmentRequest.form(
                            pathAndQuery.length() == path.length() ? "" : pathAndQuery.substring(path.length() + 1)),
                    name -> Optional.ofNullable(request.getHeader(name)),
                    request.getBodyAsString(),
                    served));
        } catch (Refused e) {
            return e.answer();
        } catch (UncheckedIOException e) {
            return failed(Objects.requireNonNull(e.getCause()));
        } catch (IOException e) {
            return failed(e);
        }
    }

    private static String withoutQuery(String pathAndQuery) {
        int question = pathAndQuery.indexOf('?');
        return question < 0 ? pathAndQuery : pathAndQuery.substring(0, question);
    }

    private static DepartmentAnswer failed(IOException e) {
        return World.isMissing(e)
                ? new Refused(404, "the world has no file for this").answer()
                : new Refused(500, "the world cannot be read: " + e.getClass().getSimpleName()).answer();
    }
}
