package org.childfile.lab.departments;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Each fault of the contents in each format, and what is told of the contents beside them. */
class ContentFaultsTest extends OnSmallWorld {

    /** The whole first answer with contents of a feed. */
    private HttpResponse<byte[]> ask(String feed) throws IOException {
        return switch (feed) {
            case "civil-affairs" -> children("?pageNo=1");
            case "education" -> client.get("EDUCATION_URL", "/export/xueji_20261121.csv.gz");
            case "public-security" -> persons("?page=1");
            case "health" -> client.get("HEALTH_URL", "/v2/child-health", HEALTH);
            case "political-legal" -> client.get("POLITICAL_LEGAL_URL", "/latest.xlsx");
            case "medical-insurance" -> client.get("MEDICAL_INSURANCE_URL", "/insured/children.ndjson.gz", INSURANCE);
            case "volunteers" -> client.get("WOMENS_FEDERATION_URL", "/volunteers.csv", FEDERATION);
            default -> client.get("WOMENS_FEDERATION_URL", "/" + feed + "?page=1", FEDERATION);
        };
    }

    private Content content(String feed) throws IOException {
        return ContentFormat.of(feed).read(ask(feed).body());
    }

    private static String shown(Object value) {
        return value.toString().replace("\"", "");
    }

    /** What the department tells of the number of its records; the honest number where it tells nothing. */
    private int told(String feed) throws IOException {
        HttpResponse<byte[]> response = ask(feed);
        return switch (feed) {
            case "civil-affairs" -> json(response).at("/data/total").asInt();
            case "pairings", "care-records" -> json(response).path("total").asInt();
            case "public-security" ->
                Integer.parseInt(Client.text(response).replaceFirst("(?s).*? total=\"([0-9]+)\".*", "$1"));
            case "medical-insurance" ->
                Integer.parseInt(response.headers().firstValue("X-Row-Count").orElse("-1"));
            case "education" -> {
                var manifest = json(client.get("EDUCATION_URL", "/export/latest"));
                assertThat(manifest.path("sha256").asString()).isEqualTo(Lies.sha256(response.body()));
                yield manifest.path("rows").asInt();
            }
            default -> content(feed).records().size();
        };
    }

    @ParameterizedTest
    @CsvSource({
        "civil-affairs",
        "education",
        "public-security",
        "health",
        "political-legal",
        "medical-insurance",
        "volunteers",
        "pairings",
        "care-records"
    })
    void anEmptySnapshotHasNothingAndSaysSo(String feed) throws IOException {
        List<String> columns = content(feed).columns();
        departments.tamper(feed, Faults.emptySnapshot(feed));
        assertThat(content(feed)).isEqualTo(new Content(columns, List.of()));
        assertThat(told(feed)).isZero();
    }

    @Test
    void anEmptyXmlPageSaysThatThereAreNoPages() throws IOException {
        departments.tamper("public-security", Faults.emptySnapshot("public-security"));
        assertThat(Client.text(ask("public-security")))
                .isEqualTo(
                        "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<persons page=\"1\" pages=\"0\" total=\"0\">\n</persons>\n");
    }

    @ParameterizedTest
    @CsvSource({
        "civil-affairs,xm,5,5", "education,姓名,2,2", "public-security,XM,1000,1001", "health,recordId,5,5",
        "political-legal,儿童姓名,2,2", "medical-insurance,psnName,2,2", "volunteers,姓名,2,2", "pairings,pairingNo,500,502",
        "care-records,at,3,3"
    })
    void aMissingFieldIsMissingEverywhere(String feed, String field, int records, int total) throws IOException {
        Content honest = content(feed);
        honest.columns().remove(field);
        honest.records().forEach(record -> assertThat(record.remove(field)).isNotNull());
        departments.tamper(feed, Faults.withoutField(feed, field));
        assertThat(content(feed)).isEqualTo(honest);
        assertThat(honest.records()).hasSize(records);
        assertThat(told(feed)).isEqualTo(total);
    }

    @ParameterizedTest
    @CsvSource({
        "civil-affairs",
        "education",
        "public-security",
        "health",
        "political-legal",
        "medical-insurance",
        "volunteers",
        "pairings",
        "care-records"
    })
    void anUnknownFieldIsInEveryRecord(String feed) throws IOException {
        int told = told(feed);
        departments.tamper(feed, Faults.unknownField(feed));
        assertThat(content(feed).records())
                .isNotEmpty()
                .allSatisfy(record ->
                        assertThat(shown(record.getOrDefault("unexpected", ""))).isEqualTo("new"));
        assertThat(told(feed)).isEqualTo(told);
    }

    @Test
    void theFirstRecordAloneLacksAField() throws IOException {
        departments.tamper("civil-affairs", Faults.firstRecordWithout("civil-affairs", "xm"));
        List<Map<String, Object>> records = content("civil-affairs").records();
        assertThat(records.getFirst().keySet()).containsExactly("rosterNo", "csrq", "gxsj");
        assertThat(records.get(1).keySet()).containsExactly("rosterNo", "xm", "csrq", "gxsj");
        departments.tamper("education", Faults.firstRecordWithout("education", "姓名"));
        assertThat(content("education").records().getFirst()).containsEntry("姓名", "");
    }

    @ParameterizedTest
    @CsvSource({
        "civil-affairs,rosterNo,xm,6", "education,学籍号,姓名,3", "public-security,GMSFHM,XM,1002",
        "health,recordId,name,6", "political-legal,序号,儿童姓名,3", "medical-insurance,insuredNo,psnName,3",
        "volunteers,编号,姓名,3", "pairings,pairingNo,note,503", "care-records,recordNo,note,4"
    })
    void theSameKeyComesTwice(String feed, String key, String field, int total) throws IOException {
        departments.tamper(feed, Faults.keyTwice(feed));
        List<Map<String, Object>> same = content(feed).records();
        assertThat(same.get(1)).isEqualTo(same.get(0));
        assertThat(same.get(2).get(key)).isNotEqualTo(same.get(0).get(key));
        assertThat(told(feed)).isEqualTo(total);
        departments.tamper(feed, Faults.keyTwice(feed, field, "另一人"));
        List<Map<String, Object>> other = content(feed).records();
        assertThat(other.get(0)).isEqualTo(same.get(0));
        assertThat(other.get(1).get(key)).isEqualTo(same.get(0).get(key));
        assertThat(shown(other.get(1).getOrDefault(field, ""))).isEqualTo("另一人");
        assertThat(told(feed)).isEqualTo(total);
    }

    @Test
    void laterPagesTellOfTheSecondRecordTooAndKeepTheirOwn() throws IOException {
        departments.tamper("pairings", Faults.keyTwice("pairings"));
        assertThat(Client.text(client.get("WOMENS_FEDERATION_URL", "/pairings?page=2", FEDERATION)))
                .isEqualTo(
                        "{\"total\":503,\"page\":2,\"pageSize\":500,\"records\":[{\"pairingNo\":\"Q501\"},{\"pairingNo\":\"Q502\"}]}");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "civil-affairs;csrq;2015-02-30;{unexpected:[1]}",
                "education;班级;20150230;{unexpected:[1]}",
                "public-security;CSRQ;20150230;{unexpected:[1]}",
                "health;birthDate;2015-02-30;{unexpected:[1]}",
                "political-legal;儿童姓名;2015年2月30日;true",
                "medical-insurance;brdy;2015-02-30;{unexpected:[1]}",
                "volunteers;姓名;2015-02-30;{unexpected:[1]}",
                "pairings;startedOn;2015-02-30;{unexpected:[1]}",
                "care-records;at;2015-02-30;{unexpected:[1]}"
            })
    void datesAndTypesAreWrongInTheFirstRecordAlone(String feed, String field, String date, String type)
            throws IOException {
        List<Map<String, Object>> honest = content(feed).records();
        departments.tamper(feed, Faults.poison(feed, field, Poison.IMPOSSIBLE_DATE));
        List<Map<String, Object>> records = content(feed).records();
        assertThat(shown(records.getFirst().getOrDefault(field, ""))).isEqualTo(date);
        assertThat(records.subList(1, records.size())).isEqualTo(honest.subList(1, honest.size()));
        departments.tamper(feed, Faults.poison(feed, field, Poison.WRONG_TYPE));
        assertThat(shown(content(feed).records().getFirst().getOrDefault(field, "")))
                .isEqualTo(type);
    }

    @ParameterizedTest
    @CsvSource({
        "civil-affairs,xm",
        "education,姓名",
        "public-security,XM",
        "health,name",
        "medical-insurance,psnName",
        "volunteers,姓名"
    })
    void aMebibyteOfTextFillsAField(String feed, String field) throws IOException {
        departments.tamper(feed, Faults.poison(feed, field, Poison.HUGE_TEXT));
        assertThat(shown(content(feed).records().getFirst().getOrDefault(field, "")))
                .isEqualTo("x".repeat(1 << 20));
    }

    @ParameterizedTest
    @CsvSource({"civil-affairs,xm", "education,姓名", "health,name", "medical-insurance,psnName", "volunteers,姓名"})
    void aNulCharacterArrives(String feed, String field) throws IOException {
        departments.tamper(feed, Faults.poison(feed, field, Poison.NUL));
        Object value = content(feed).records().getFirst().getOrDefault(field, "");
        assertThat(shown(value)).isEqualTo(value instanceof String ? "\0" : "\\u0000");
    }

    @Test
    void inXmlANulCharacterStandsAsItIs() throws IOException {
        departments.tamper("public-security", Faults.poison("public-security", "XM", Poison.NUL));
        assertThat(Client.text(ask("public-security"))).contains("<GMSFHM>P1</GMSFHM><XM>\0</XM>");
    }

    @Test
    void bytesThatAreNoCharacterStandInTheFile() throws IOException {
        departments.tamper("education", Faults.poison("education", "姓名", Poison.INVALID_BYTES));
        byte[] csv = Gzipped.unpacked(ask("education").body());
        assertThat(new String(csv, StandardCharsets.ISO_8859_1)).contains("J01,\u00ff\u00ff,");
        assertThat(content("education").records().getFirst().get("姓名")).isEqualTo("\ufffd\ufffd");
        assertThat(told("education")).isEqualTo(2);
    }

    @Test
    void poisonReachesTheCellsOfAWorkbook() throws IOException {
        departments.tamper("political-legal", Faults.poison("political-legal", "儿童姓名", Poison.HUGE_TEXT));
        assertThat(content("political-legal").records().getFirst().get("儿童姓名")).isEqualTo("x".repeat(1 << 20));
    }

    @Test
    void pagesHaveADocumentType() throws IOException {
        departments.tamper("public-security", Faults.documentType());
        assertThat(Client.text(ask("public-security"))).startsWith("""
                        <?xml version="1.0" encoding="UTF-8"?>
                        <!DOCTYPE persons [<!ELEMENT persons ANY>]>
                        <persons page="1" pages="2" total="1001">
                        """);
    }

    @Test
    void pagesAskForAFileOfTheReader() throws IOException {
        departments.tamper("public-security", Faults.externalEntity());
        assertThat(Client.text(ask("public-security")))
                .contains("<!DOCTYPE persons [<!ENTITY outside SYSTEM \"file:///etc/passwd\">]>\n<persons ")
                .contains("<GMSFHM>P1</GMSFHM><XM>&outside;</XM>")
                .contains("<GMSFHM>P2</GMSFHM><XM>李小2</XM>");
    }
}
