package org.childfile.lab.departments;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.util.List;
import org.junit.jupiter.api.Test;

class WholeFilesTest extends OnSmallWorld {

    @Test
    void theWorkbookIsSentByteForByte() throws IOException {
        HttpResponse<byte[]> response = client.get("POLITICAL_LEGAL_URL", "/latest.xlsx");
        assertThat(type(response)).isEqualTo("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet");
        assertThat(response.body()).isEqualTo(file("political-legal.xlsx"));
    }

    @Test
    void theInsuredComeWithTheirNumber() throws IOException {
        HttpResponse<byte[]> response = client.get("MEDICAL_INSURANCE_URL", "/insured/children.ndjson.gz", INSURANCE);
        assertThat(type(response)).isEqualTo("application/gzip");
        assertThat(response.headers().firstValue("X-Row-Count")).contains("2");
        assertThat(response.body()).isEqualTo(file("medical-insurance.ndjson.gz"));
    }

    @Test
    void theVolunteersKeepTheirByteOrderMark() throws IOException {
        HttpResponse<byte[]> response = client.get("WOMENS_FEDERATION_URL", "/volunteers.csv", FEDERATION);
        assertThat(type(response)).isEqualTo("text/csv;charset=UTF-8");
        assertThat(Client.text(response)).isEqualTo("\uFEFF编号,姓名\r\nV1,周爱心\r\nV2,吴爱心\r\n");
        departments.night(2);
        assertThat(Client.text(client.get("WOMENS_FEDERATION_URL", "/volunteers.csv", FEDERATION)))
                .isEqualTo("\uFEFF编号,姓名\r\nV1,周爱心\r\n");
    }

    @Test
    void eachDepartmentTakesItsOwnTokenOnly() throws IOException {
        for (HttpResponse<byte[]> response : List.of(
                client.get("MEDICAL_INSURANCE_URL", "/insured/children.ndjson.gz", FEDERATION),
                client.get("WOMENS_FEDERATION_URL", "/volunteers.csv", INSURANCE),
                client.get("WOMENS_FEDERATION_URL", "/pairings"))) {
            assertThat(response.statusCode()).isEqualTo(401);
            assertThat(Client.text(response))
                    .isEqualTo("{\"code\":40100,\"message\":\"Authorization is missing or wrong\"}");
        }
    }

    @Test
    void otherPathsAreNotFound() throws IOException {
        assertThat(client.get("POLITICAL_LEGAL_URL", "/oldest.xlsx").statusCode())
                .isEqualTo(404);
        assertThat(client.get("MEDICAL_INSURANCE_URL", "/insured", INSURANCE).statusCode())
                .isEqualTo(404);
        assertThat(client.get("WOMENS_FEDERATION_URL", "/volunteers", FEDERATION)
                        .statusCode())
                .isEqualTo(404);
    }

    @Test
    void aFileThatTheWorldLacksIsNotFound() throws IOException {
        Files.delete(dir.resolve("night-1/political-legal.xlsx"));
        HttpResponse<byte[]> response = client.get("POLITICAL_LEGAL_URL", "/latest.xlsx");
        assertThat(response.statusCode()).isEqualTo(404);
        assertThat(Client.text(response)).isEqualTo("{\"code\":40400,\"message\":\"the world has no file for this\"}");
    }

    private byte[] file(String name) throws IOException {
        return Files.readAllBytes(dir.resolve("night-1").resolve(name));
    }
}
