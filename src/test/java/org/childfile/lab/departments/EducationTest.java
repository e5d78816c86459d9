package org.childfile.lab.departments;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EducationTest extends OnSmallWorld {

    private static String sha256(byte[] bytes) throws NoSuchAlgorithmException {
        return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    }

    @Test
    void theManifestFitsTheFile() throws IOException, NoSuchAlgorithmException {
        HttpResponse<byte[]> manifest = client.get("EDUCATION_URL", "/export/latest");
        HttpResponse<byte[]> file =
                client.get("EDUCATION_URL", "/export/xueji_20261121.csv.gz", "Accept-Encoding", "gzip");
        assertThat(type(manifest)).isEqualTo(JSON);
        assertThat(Client.text(manifest))
                .isEqualTo(
                        "{\"file\":\"xueji_20261121.csv.gz\",\"sha256\":\"" + sha256(file.body()) + "\",\"rows\":2}");
        assertThat(type(file)).isEqualTo("application/gzip");
        assertThat(file.headers().firstValue("Content-Encoding")).isEmpty();
        assertThat(new String(
                        new GZIPInputStream(new ByteArrayInputStream(file.body())).readAllBytes(), SmallWorld.GB18030))
                .isEqualTo("学籍号,姓名,班级\r\nJ01,张小一,一班\r\nJ02,\"李小二\r\n又名李二\",\"二\"\"班\"\r\n");
    }

    @Test
    void theNextNightHasItsOwnFile() throws IOException {
        departments.night(2);
        assertThat(json(client.get("EDUCATION_URL", "/export/latest"))
                        .path("file")
                        .asString())
                .isEqualTo("xueji_20261122.csv.gz");
        assertThat(client.get("EDUCATION_URL", "/export/xueji_20261122.csv.gz").statusCode())
                .isEqualTo(200);
    }

    @ParameterizedTest
    @CsvSource({
        "/export/xueji_20261122.csv.gz",
        "/export/",
        "/export",
        "/export/..%2F..%2Fnight-2%2Fpairings.ndjson",
        "''"
    })
    void anotherFileIsNotFound(String path) throws IOException {
        assertThat(client.get("EDUCATION_URL", path).statusCode()).isEqualTo(404);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {"''|0", "h|0", "h\\r\\n|0", "h\\na|1", "h\\na\\n\\nb\\n|2", "\"h\\ni\"\\n\"a\\n\"\"b\\n\"\\n|1"})
    void rowsAreCountedWithoutTheHeader(String csv, long rows) throws IOException {
        byte[] bytes = csv.replace("\\r", "\r").replace("\\n", "\n").getBytes(StandardCharsets.UTF_8);
        assertThat(CsvRows.count(new ByteArrayInputStream(bytes))).isEqualTo(rows);
    }
}
