package org.childfile.ingest.connect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import org.childfile.ingest.connector.PullFailed;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RequestAddressTest {

    private static final URI BASE = URI.create("https://dept.example:8443/api/v1");

    @ParameterizedTest
    @CsvSource({
        "/export/latest, https://dept.example:8443/api/v1/export/latest",
        "/children?page=2&since=2026-11-21T01%3A00%3A00, https://dept.example:8443/api/v1/children?page=2&since=2026-11-21T01%3A00%3A00",
        "/next?cursor=https%3A%2F%2Felsewhere.example%2F..%2F, https://dept.example:8443/api/v1/next?cursor=https%3A%2F%2Felsewhere.example%2F..%2F",
        "/export/xueji%20100%25.csv, https://dept.example:8443/api/v1/export/xueji%20100%25.csv",
        "/..data/a..b/...., https://dept.example:8443/api/v1/..data/a..b/....",
    })
    void aPathBelowTheBaseIsAskedFor(String path, String address) {
        assertThat(RequestAddress.of(BASE, path)).hasToString(address);
    }

    @Test
    void aBaseMayEndWithASlashOrHaveNoPath() {
        assertThat(RequestAddress.of(URI.create("http://dept.example/"), "/a")).hasToString("http://dept.example/a");
        assertThat(RequestAddress.of(URI.create("http://dept.example"), "/a")).hasToString("http://dept.example/a");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "@elsewhere.example/",
                ".elsewhere.example/",
                ":80@elsewhere.example/",
                "//elsewhere.example/",
                "/../admin",
                "/export/../../admin",
                "/export/..",
                "/export/.",
                "/export/%2e%2e/admin",
                "/export/%2E./admin",
                "/export/..%2f..%2fadmin",
                "/export/%252e%252e/admin",
                "/export/..%5c..%5cadmin",
                "/export\\..\\admin",
                "/export/a%0d%0aHost:%20elsewhere.example",
                "/export/a%00.csv",
                "/export/a#fragment",
                "/export/a b",
                "http://elsewhere.example/",
            })
    void aPathThatLeadsElsewhereIsNot(String path) {
        assertThatThrownBy(() -> RequestAddress.of(BASE, path))
                .isInstanceOf(PullFailed.class)
                .hasMessage("the request would leave the department's base URL; such a path is not asked for")
                .extracting(failure -> ((PullFailed) failure).reason())
                .isEqualTo(PullFailed.Reason.FORBIDDEN_ADDRESS);
    }

    @ParameterizedTest
    @ValueSource(strings = {"xueji_20261121.csv.gz", "学籍 2026（终稿）.csv", "a..b", "..a"})
    void aNameIsAFilesName(String name) {
        assertThat(RequestAddress.plainName(name)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", ".", "..", "a/b", "../a", "a\\b", "%2e%2e", "a%2fb", "C:a", "a\nb", "a\u0000"})
    void aWayToAnotherFolderIsNoName(String name) {
        assertThat(RequestAddress.plainName(name)).isFalse();
    }
}
