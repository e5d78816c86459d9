package org.childfile.care.help;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * An application as its template drafts it.
 *
 * @param body the JSON that is sent
 * @param missing fields that the department needs and the event list lacks
 * @param confirmed whether it may be sent without a person
 */
record Draft(
        String id,
        ApplicationTemplate template,
        LocalDate deadline,
        byte[] body,
        List<String> missing,
        boolean confirmed) {

    /** The application of a call to one department; its id follows from both. */
    static Draft of(ApplicationTemplate template, Call call, List<Item> items, LocalDate day) {
        ApplicationTemplate.Terms terms = template.terms().get(call.kind());
        if (terms == null) {
            throw new IllegalArgumentException(template.name() + " is not for " + call.kind());
        }
        String id = NameBasedIds.of('A', call.id() + '\0' + template.name());
        LocalDate deadline = day.plusDays(terms.deadlineDays());
        Map<String, Object> values = values(items);
        values.put("application", id);
        values.put("wakeup", call.id());
        values.put("child", call.child() == null ? "" : call.child());
        values.put("pairing", call.pairing() == null ? "" : call.pairing());
        values.put("kind", call.kind().name());
        values.put("called_at", call.at().toString());
        values.put("deadline", deadline.toString());
        values.put("words", call.words());
        values.put("photo", call.photo().orElse(""));
        Body body = template.send().body();
        Map<String, Object> filled = body.filled(values);
        List<String> missing = body.missing(template.send().required(), filled);
        // What is urgent goes as it is: a report with a gap is better than none.
        boolean confirmed = template.urgent() || missing.isEmpty() && !terms.confirm();
        return new Draft(id, template, deadline, Body.json(filled), missing, confirmed);
    }

    /** The value of each attribute: of several the one that stands first in the list. */
    private static Map<String, Object> values(List<Item> items) {
        Map<String, Object> values = new HashMap<>();
        items.forEach(item -> values.putIfAbsent(item.attribute(), item.value()));
        return values;
    }
}
