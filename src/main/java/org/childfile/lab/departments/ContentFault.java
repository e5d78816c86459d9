package org.childfile.lab.departments;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.function.Function;

/** Changes the contents of a feed, and with them what is told of the contents. Refused requests stay refused. */
record ContentFault(String feed, ContentEdit edit) implements Tampering {

    @Override
    public DepartmentAnswer apply(int nth, String pathAndQuery, DepartmentAnswer honest) {
        return apply(nth, pathAndQuery, honest, other -> {
            throw new IllegalStateException("a change of contents needs the other answers of the feed");
        });
    }

    @Override
    public DepartmentAnswer apply(
            int nth, String pathAndQuery, DepartmentAnswer honest, Function<String, DepartmentAnswer> others) {
        if (Lies.isManifest(pathAndQuery, honest)) {
            return Lies.fitting(honest, file -> changed("/export/" + file, others.apply("/export/" + file)));
        }
        return changed(pathAndQuery, honest);
    }

    private DepartmentAnswer changed(String pathAndQuery, DepartmentAnswer honest) {
        if (honest.status() != 200 || pathAndQuery.startsWith("/oauth/") || Lies.isBusinessError(feed, honest)) {
            return honest;
        }
        ContentFormat format = ContentFormat.of(feed);
        try {
            Content content = format.read(honest.body());
            if (!edit.firstPageOnly() || PageNumber.of(pathAndQuery) == 1) {
                edit.page().accept(content);
            }
            DepartmentAnswer changed = honest.withBody(format.write(content, honest.body(), edit));
            return honest.headers().containsKey("X-Row-Count")
                    ? changed.withHeader(
                            "X-Row-Count", Integer.toString(content.records().size()))
                    : changed;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
