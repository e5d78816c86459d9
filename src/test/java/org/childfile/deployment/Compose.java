package org.childfile.deployment;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

/** A compose file as it reads where no variable is set; one without which it does not start reads as its name, {@code <NAME>}. */
record Compose(Map<String, Object> document) {

    private static final Pattern VARIABLE = Pattern.compile("\\$\\{\\w+:-([^}]*)}");
    private static final Pattern NEEDED = Pattern.compile("\\$\\{(\\w+):\\?[^}]+}");

    static Compose read(Path file) throws IOException {
        Object loaded = new Load(LoadSettings.builder().build()).loadFromString(Files.readString(file));
        return new Compose(map(loaded));
    }

    /** One of the services. */
    record Service(Map<String, Object> values) {

        String text(String key) {
            return resolved(values.get(key));
        }

        List<String> texts(String key) {
            return list(values.get(key)).stream().map(Compose::resolved).toList();
        }

        Map<String, String> environment() {
            Map<String, String> resolved = new TreeMap<>();
            map(values.get("environment")).forEach((name, value) -> resolved.put(name, resolved(value)));
            return resolved;
        }

        boolean has(String key) {
            return values.containsKey(key);
        }

        Map<String, Object> under(String key) {
            return map(values.get(key));
        }
    }

    Map<String, Service> services() {
        Map<String, Service> services = new TreeMap<>();
        map(document.get("services")).forEach((name, service) -> services.put(name, new Service(merged(map(service)))));
        return services;
    }

    Service service(String name) {
        return new Service(merged(map(map(document.get("services")).get(name))));
    }

    /** With what stands under its merge key, which compose files have from YAML 1.1; its own keys count more. */
    private static Map<String, Object> merged(Map<String, Object> service) {
        Map<String, Object> all = new TreeMap<>(map(service.get("<<")));
        all.putAll(service);
        all.remove("<<");
        return all;
    }

    Map<String, Object> networks() {
        return map(document.get("networks"));
    }

    Map<String, Object> volumes() {
        return map(document.get("volumes"));
    }

    private static String resolved(@Nullable Object value) {
        String text = VARIABLE.matcher(String.valueOf(value)).replaceAll("$1");
        text = NEEDED.matcher(text).replaceAll("<$1>");
        if (text.contains("${")) {
            throw new IllegalStateException(text + " has a variable without a default");
        }
        return text;
    }

    private static List<?> list(@Nullable Object value) {
        return value instanceof List<?> list ? list : List.of();
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> map(@Nullable Object value) {
        return value instanceof Map<?, ?> ? (Map<String, Object>) value : Map.of();
    }
}
