package org.childfile.ingest.connector;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * How one feed is fetched: one file of {@code connectors/}, every value checked.
 *
 * @param file the file that it was read from, for messages
 * @param feed the feed's name, as it stands in views and messages
 * @param notice what persons are told about it; empty where the file says none, of which {@code check} warns
 * @param url the department's base URL, with {@code ${VARIABLES}}; its scheme decides the transport (http, file, sftp)
 * @param hosts the hosts that the URL may name, and whose names may lead to this machine; empty where any host may stand in
 *     the URL. No request ever goes to another host than the URL's: see {@code ReachableHosts}
 * @param key the fields that make a record's key, in order
 * @param sealedKey whether the key identifies a person, as an id number does; it then stands in every table as a token
 * @param updated the field with the record's update stamp; empty where the feed has none
 * @param push how the department may push records by itself; empty where it may not
 * @param stream how often the program asks for changes while it serves; empty where it asks by the schedule alone
 */
public record Connector(
        String file,
        String feed,
        Title title,
        Optional<Notice> notice,
        Template url,
        List<String> hosts,
        Mode mode,
        List<String> key,
        boolean sealedKey,
        Optional<String> updated,
        Optional<Deletion> deletion,
        Contract contract,
        Auth auth,
        Fetch fetch,
        Format format,
        Schedule schedule,
        Limits limits,
        Optional<Push> push,
        Optional<Duration> stream) {

    public Connector {
        hosts = List.copyOf(hosts);
        key = List.copyOf(key);
    }

    /** When a file counts as written to its end; for feeds that may lie in a directory. */
    public Whole whole() {
        return switch (fetch) {
            case Fetch.OneFile file -> file.whole();
            case Fetch.Manifest manifest -> manifest.whole();
            case Fetch.Pages ignored -> new Whole(Optional.empty(), Duration.ZERO);
            case Fetch.Cursor ignored -> new Whole(Optional.empty(), Duration.ZERO);
        };
    }

    /** Whom its requests go to. */
    public Endpoint endpoint() {
        return new Endpoint(file, feed, url, hosts, auth, limits);
    }

    /** What a pull of the feed means for the records that it does not hold. */
    public enum Mode {
        /** The feed sends all it has: a missing key is withdrawn. */
        SNAPSHOT,
        /** The feed sends what changed. */
        DELTA,
        /** The feed sends events, which never change. */
        APPEND
    }

    /** The feed's name for people. */
    public record Title(String zh, String en) {}

    /** A record whose field has this value says that its key is withdrawn. */
    public record Deletion(String field, String value) {}

    /** The fields that the department promised: which must be there, which may. */
    public record Contract(Set<String> required, Set<String> optional) {
        public Contract {
            required = Set.copyOf(required);
            optional = Set.copyOf(optional);
        }

        public boolean knows(String field) {
            return required.contains(field) || optional.contains(field);
        }
    }

    /** How the program shows who it is. */
    public sealed interface Auth {
        record None() implements Auth {}

        record Bearer(Template token) implements Auth {}

        record ApiKey(String header, Template key) implements Auth {}

        record OAuth2(String tokenPath, Template clientId, Template clientSecret) implements Auth {}

        /** Signed requests: lower-case hex over appId, time stamp and path-and-query with line feeds between. */
        record Signature(Algorithm algorithm, Template appId, Template secret) implements Auth {
            /** The keyed digests that departments ask for. */
            public enum Algorithm {
                HMAC_SHA256,
                HMAC_SM3
            }
        }
    }

    /** Which requests make up a pull. Paths are relative to the base URL. */
    public sealed interface Fetch {
        /** One file; the header tells its lines where the department sends it. */
        record OneFile(String path, Optional<String> rowCountHeader, Whole whole) implements Fetch {}

        /** A small document that names the file, its SHA-256 and its rows; in a directory, the last name that matches. */
        record Manifest(String path, String filePath, String pattern, Whole whole) implements Fetch {}

        /** Numbered pages, from 1, until the total is reached. {@code {page}} and {@code {size}} stand in the path. */
        record Pages(String path, int pageSize, Optional<Since> since) implements Fetch {}

        /** Pages behind a cursor, until there is no next one. */
        record Cursor(String path, String cursorParameter, Optional<Since> since) implements Fetch {}
    }

    /**
     * When a file of a directory counts as written to its end.
     *
     * @param marker the name of the marker that lies beside it then, with {@code {file}} for its own; empty where there is none
     * @param still how long its size and time must have stood still where there is no marker
     */
    public record Whole(Optional<String> marker, Duration still) {}

    /**
     * From where a delta goes on.
     *
     * @param parameter what carries it
     * @param form the form of a stamp; empty: as it was given
     * @param overlap how far behind the latest stamp the next pull begins: records of the same second, and such as were written
     *     late, come with it. A watermark that the department itself gives is sent as it is
     * @param count whether the department's total without the parameter is the number of all its records, which is compared
     */
    public record Since(String parameter, Optional<String> form, Duration overlap, boolean count) {}

    /** How the bytes of an answer become records. */
    public sealed interface Format {
        /** RFC 4180 with a header line. */
        record Csv(String charset, char delimiter, boolean gzip) implements Format {
            /** UTF-16 is landed as UTF-8: its line feeds and delimiters are no single bytes. */
            public Charset landedCharset() {
                return charset.startsWith("UTF-16") ? StandardCharsets.UTF_8 : Charset.forName(charset);
            }
        }

        /** One JSON object a line. */
        record Ndjson(boolean gzip) implements Format {}

        /** A JSON page; the paths are JSON pointers, empty where the department sends no such thing. */
        record Json(
                String records,
                Optional<String> total,
                Optional<String> page,
                Optional<String> next,
                Optional<String> watermark,
                Optional<Status> status)
                implements Format {}

        /** An XML page whose root says {@code page}, {@code pages} and {@code total}. */
        record Xml(String record) implements Format {}

        /**
         * A workbook. Sheet (of those that are not hidden) and header row are counted from 1. The text of merged cells stands
         * in each row of their area where {@code fillMerged} says so.
         */
        record Xlsx(int sheet, int headerRow, boolean fillMerged) implements Format {}
    }

    /** A department's own code inside an answer with HTTP status 200. */
    public record Status(String field, String ok, Set<String> tokenExpired, String message) {}

    /**
     * When the feed is pulled.
     *
     * @param cron a Quartz cron expression
     * @param freshness the age of the last good pull above which the feed is stale even without a failure
     */
    public record Schedule(String cron, ZoneId zone, Duration freshness) {}

    /**
     * Records that the department sends by itself, signed.
     *
     * @param secrets any of them may sign; several while one takes another's place, and none counts that is empty
     * @param maxBodyBytes the largest body of one push
     * @param maxRecords how many records one push may hold
     */
    public record Push(List<Template> secrets, int maxBodyBytes, int maxRecords) {
        public Push {
            secrets = List.copyOf(secrets);
        }

        /** The secrets that are set, as their variables say. */
        public List<String> known(Map<String, String> environment) {
            return secrets.stream()
                    .map(secret -> secret.resolve(environment).strip())
                    .filter(secret -> !secret.isEmpty())
                    .toList();
        }
    }

    /**
     * What a pull may cost.
     *
     * @param attempts how often a request is tried at most
     * @param requestsPerSecond at most so many requests are begun in a second
     * @param maxAnswerBytes the largest answer as it is sent
     * @param maxUnpackedBytes the largest answer after unpacking: what a zip bomb meets
     * @param maxRecordBytes the largest single record
     * @param maxShrinkPercent a snapshot that lost more of its keys is held
     * @param maxRefusedPercent a pull of which more records are refused is held
     * @param deadline how long a pull may take as a whole
     */
    public record Limits(
            Duration connectTimeout,
            Duration answerTimeout,
            int attempts,
            Duration backOff,
            Duration maxBackOff,
            int jitterPercent,
            int requestsPerSecond,
            long maxAnswerBytes,
            long maxUnpackedBytes,
            int maxRecordBytes,
            int maxShrinkPercent,
            int maxRefusedPercent,
            Duration deadline) {}
}
