package org.childfile.care.help;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.childfile.care.help.ApplicationTemplate.Answer;
import org.childfile.care.help.ApplicationTemplate.Follow;
import org.childfile.care.help.ApplicationTemplate.Ok;
import org.childfile.care.help.ApplicationTemplate.Send;
import org.childfile.care.help.ApplicationTemplate.Telephone;
import org.childfile.care.help.ApplicationTemplate.Terms;
import org.childfile.care.help.ApplicationTemplate.Title;
import org.childfile.ingest.connector.Connector.Auth;
import org.childfile.ingest.connector.Connector.Limits;
import org.childfile.ingest.connector.Endpoint;
import org.childfile.settings.Problems;
import org.childfile.settings.Section;

/** Reads one file of {@code connectors/outbound/}; every mistake in it becomes a problem with its line. */
final class TemplateReader {

    private static final int VERSION = 1;
    private static final Duration A_MINUTE = Duration.ofMinutes(1);
    private static final List<String> ESCALATED_TO = List.of("township", "district", "city");

    private final Section root;
    private final WakeupRules rules;

    private TemplateReader(Section root, WakeupRules rules) {
        this.root = root;
        this.rules = rules;
    }

    static ApplicationTemplate read(Path file, WakeupRules rules, Problems problems) {
        Section root = Section.read(file, problems);
        ApplicationTemplate template = new TemplateReader(root, rules).template();
        root.done();
        return template;
    }

    private ApplicationTemplate template() {
        if (root.integer("version", 0, 1, VERSION) != VERSION) {
            root.problem("version", "expected version: " + VERSION);
        }
        Section title = root.section("title");
        boolean urgent = root.flag("urgent", false);
        Map<Kind, Terms> terms = terms(urgent);
        String name = name();
        // Feeds have routes of their own names.
        Endpoint endpoint = Endpoint.read(root, "to-" + name);
        if (urgent && longest(endpoint).compareTo(A_MINUTE) >= 0) {
            root.problem(
                    "limits",
                    "all attempts together may take " + longest(endpoint).toSeconds()
                            + " s; what is urgent must be known to fail within a minute");
        }
        return new ApplicationTemplate(
                name,
                endpoint,
                new Title(title.text("zh"), title.text("en")),
                root.text("department"),
                urgent,
                send(root.section("send"), terms.keySet()),
                answer(root.section("answer")),
                terms,
                escalateTo(),
                telephones(urgent));
    }

    private String name() {
        String name = root.text("name");
        if (!name.matches("[a-z][a-z0-9-]{1,40}")) {
            root.problem("name", "found " + name + ", allowed are lower-case letters, digits and dashes");
        }
        return name;
    }

    private String escalateTo() {
        String to = root.text("escalate-to");
        if (!ESCALATED_TO.contains(to)) {
            root.problem("escalate-to", "found " + to + ", allowed are " + String.join(", ", ESCALATED_TO));
        }
        return to;
    }

    private Map<Kind, Terms> terms(boolean urgent) {
        Section section = root.section("for");
        Map<Kind, Terms> terms = new EnumMap<>(Kind.class);
        List<String> kinds =
                java.util.Arrays.stream(Kind.values()).map(Kind::name).toList();
        for (String word : section.keys()) {
            Section each = section.section(word);
            Duration deadline = each.duration("deadline", Duration.ofDays(7));
            if (!deadline.equals(Duration.ofDays(deadline.toDays()))) {
                each.problem("deadline", "a deadline is in whole days, such as 3d");
            }
            Terms read = new Terms((int) deadline.toDays(), each.flag("confirm", false));
            if (urgent && read.confirm()) {
                each.problem("confirm", "what is urgent waits for nobody");
            }
            Kind.of(word)
                    .ifPresentOrElse(
                            kind -> terms.put(kind, read),
                            () -> section.problem(word, "there is no kind " + word + Section.hint(word, kinds)));
        }
        if (terms.isEmpty()) {
            root.problem("for", "names no kind of call");
        }
        if (terms.keySet().stream().anyMatch(kind -> kind.urgent() != urgent)) {
            root.problem("urgent", "what is urgent is for ABUSE alone, and ABUSE goes by what is urgent alone");
        }
        return terms;
    }

    private Send send(Section section, Collection<Kind> kinds) {
        Section body = section.section("body");
        Map<String, String> fields = new LinkedHashMap<>();
        for (String field : body.keys()) {
            String text = body.text(field);
            fields.put(field, text);
            Body.placeholders(text).forEach(name -> check(body, field, name, kinds));
        }
        if (fields.isEmpty()) {
            section.problem("body", "names no field that is sent");
        }
        List<String> required = section.texts("required");
        for (String field : required) {
            if (!fields.containsKey(field)) {
                section.problem(
                        "required", "the field " + field + " is not in body" + Section.hint(field, fields.keySet()));
            }
        }
        return new Send(path(section), section.text("key-header", "Idempotency-Key"), new Body(fields), required);
    }

    private void check(Section body, String field, String name, Collection<Kind> kinds) {
        if (Body.FACTS.contains(name)) {
            return;
        }
        List<String> known = new ArrayList<>(Body.FACTS);
        for (Kind kind : kinds) {
            rules.of(kind).forEach(draw -> known.addAll(draw.attributes()));
        }
        for (Kind kind : kinds) {
            if (!rules.holds(kind, name)) {
                body.problem(
                        field,
                        "the event list of " + kind + " (wakeup.yaml) holds no " + name + Section.hint(name, known));
            }
        }
    }

    private static String path(Section section) {
        String path = section.text("path");
        if (section.has("path") && (!path.startsWith("/") || path.contains(".."))) {
            section.problem("path", "found " + path + ", a path begins with / and leads down from the base URL");
        }
        return path;
    }

    static Answer answer(Section section) {
        Section ok = section.section("ok");
        Section follow = section.section("follow");
        Map<String, State> states = states(section.section("states"));
        Optional<String> state = section.optionalText("state");
        if (section.has("follow") && (state.isEmpty() || states.isEmpty())) {
            section.problem("follow", "what is followed needs state and states, by which its answers are understood");
        }
        return new Answer(
                section.has("ok") ? Optional.of(new Ok(pointer(ok, "field"), ok.text("value"))) : Optional.empty(),
                pointer(section, "receipt"),
                state,
                section.optionalText("text"),
                states,
                section.has("follow")
                        ? Optional.of(new Follow(path(follow), follow.duration("every", Duration.ofHours(1))))
                        : Optional.empty());
    }

    private static Map<String, State> states(Section section) {
        Map<String, State> states = new LinkedHashMap<>();
        for (State state : List.of(State.RECEIVED, State.IN_HAND, State.ASKED_BACK, State.DONE, State.REFUSED)) {
            String key = state.written().replace('_', '-');
            for (String word : section.texts(key)) {
                if (states.putIfAbsent(word, state) != null) {
                    section.problem(key, "the word " + word + " stands for two states");
                }
            }
        }
        return states;
    }

    private static String pointer(Section section, String key) {
        String pointer = section.text(key);
        if (section.has(key) && !pointer.startsWith("/")) {
            section.problem(key, "found " + pointer + ", a JSON pointer begins with /");
        }
        return pointer;
    }

    private List<Telephone> telephones(boolean urgent) {
        Section section = root.section("telephones");
        List<Telephone> telephones = new ArrayList<>();
        for (String number : section.keys()) {
            Section each = section.section(number);
            if (!number.matches("[0-9-]{3,20}")) {
                section.problem(number, "is no telephone number");
            }
            telephones.add(new Telephone(number, each.text("zh"), each.text("en")));
        }
        if (urgent && telephones.isEmpty()) {
            root.problem("telephones", "what is urgent needs a telephone to call when its route is down");
        }
        return telephones;
    }

    /** How long it takes at most until sending is known to have failed. */
    static Duration longest(Endpoint endpoint) {
        Limits limits = endpoint.limits();
        int requests = endpoint.auth() instanceof Auth.OAuth2 ? 2 : 1;
        Duration attempt = limits.connectTimeout().plus(limits.answerTimeout()).multipliedBy(requests);
        Duration pause = limits.backOff().compareTo(limits.maxBackOff()) < 0 ? limits.maxBackOff() : limits.backOff();
        return attempt.multipliedBy(limits.attempts()).plus(pause.multipliedBy(limits.attempts() - 1L));
    }
}
