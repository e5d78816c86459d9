package org.childfile.lab.departments;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.Test;

class BombsTest extends OnSmallWorld {

    private static final long GIBIBYTE = 1_073_741_824L;

    private static long length(InputStream in) throws IOException {
        return in.transferTo(OutputStream.nullOutputStream());
    }

    @Test
    void aSmallGzipUnpacksToAGibibyteAndItsChecksumIsRight() throws IOException {
        departments.tamper("education", Faults.gzipBomb("education"));
        byte[] body =
                client.get("EDUCATION_URL", "/export/xueji_20261121.csv.gz").body();
        assertThat(body.length).isLessThan(1_200_000);
        assertThat(length(new GZIPInputStream(new ByteArrayInputStream(body)))).isEqualTo(GIBIBYTE);
        assertThat(json(client.get("EDUCATION_URL", "/export/latest"))
                        .path("sha256")
                        .asString())
                .isEqualTo(Lies.sha256(body));
        departments.tamper("medical-insurance", Faults.gzipBomb("medical-insurance"));
        assertThat(client.get("MEDICAL_INSURANCE_URL", "/insured/children.ndjson.gz", INSURANCE)
                        .body())
                .isEqualTo(body);
    }

    @Test
    void aSmallWorkbookUnpacksToAGibibyte() throws IOException {
        departments.tamper("political-legal", Faults.workbookBomb());
        byte[] body = client.get("POLITICAL_LEGAL_URL", "/latest.xlsx").body();
        assertThat(body.length).isLessThan(1_200_000);
        long sheet = 0;
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(body))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                sheet = entry.getName().equals("xl/worksheets/sheet1.xml") ? length(zip) : sheet;
            }
        }
        assertThat(sheet).isBetween(GIBIBYTE, GIBIBYTE + 10_000);
    }
}
