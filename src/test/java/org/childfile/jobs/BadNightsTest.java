package org.childfile.jobs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.childfile.jobs.BadNight.FEEDS;
import static org.childfile.jobs.BadNight.SNAPSHOTS;

import java.util.List;
import java.util.Map;
import org.childfile.lab.departments.Faults;
import org.junit.jupiter.api.Test;

/** What departments do wrong, and what a night makes of it. */
class BadNightsTest {

    private static final List<String> WITH_TOTAL =
            List.of("care-records", "civil-affairs", "pairings", "public-security");

    @Test
    void aDepartmentThatDoesNotAnswerLeavesItsFeedStale() {
        BadNight.with(feed -> Faults.serverDown(), FEEDS)
                .shows(FEEDS, "stale UNREACHABLE")
                .says("health", "the department cannot be reached: NoHttpResponseException")
                .leavesNoTrace();
    }

    @Test
    void aDepartmentThatNeverAnsweredAtAllHasFailed() {
        Nights nights = Nights.shared().empty();
        FEEDS.forEach(feed -> nights.departments().tamper(feed, Faults.serverDown()));
        Run run = nights.run(1);
        assertThat(run.state()).isEqualTo(Run.State.ATTENTION);
        assertThat(nights.books().pulls(run).values())
                .hasSize(9)
                .allMatch(pull -> pull.line().equals("failed UNREACHABLE"));
        assertThat(nights.books().count("select count(*) from mart.child")).isZero();

        nights.departments().behave();
        assertThat(nights.run(1).state()).isEqualTo(Run.State.DONE);
    }

    @Test
    void errorsOfTheServerThatPassAreSatOut() {
        BadNight.with(feed -> Faults.failsFirst(2), FEEDS).isAsQuiet(FEEDS).leavesNoTrace();
    }

    @Test
    void errorsOfTheServerThatStayLeaveTheFeedStale() {
        BadNight.with(feed -> Faults.failsFirst(Integer.MAX_VALUE), FEEDS)
                .shows(FEEDS, "stale HTTP_STATUS")
                .says("education", "the department answered HTTP 500")
                .leavesNoTrace();
    }

    @Test
    void aBusyDepartmentIsAskedAgain() {
        BadNight.with(feed -> Faults.busyFirst(2, 1), FEEDS).isAsQuiet(FEEDS).leavesNoTrace();
    }

    @Test
    void aLoginPageIsNoData() {
        BadNight.with(feed -> Faults.htmlPage(), FEEDS)
                .shows(FEEDS, "stale NOT_THE_FORMAT")
                .says("volunteers", "the department answered with a web page where data were expected")
                .leavesNoTrace();
    }

    @Test
    void anErrorInsideAGoodAnswerIsAnError() {
        BadNight.with(feed -> Faults.businessError(), "civil-affairs")
                .shows("civil-affairs", "stale BUSINESS_CODE")
                .says("civil-affairs", "the department answered with its code 50001")
                .leavesNoTrace();
    }

    @Test
    void aTokenThatExpiresOnTheWayIsFetchedAgain() {
        BadNight.with(feed -> Faults.tokenExpiresAtPage(3), "civil-affairs")
                .isAsQuiet(List.of("civil-affairs"))
                .leavesNoTrace();
    }

    @Test
    void anAnswerThatIsAlwaysCutShortLeavesTheFeedStale() {
        BadNight.with(feed -> Faults.cutShort(), FEEDS)
                .shows(FEEDS, "stale CUT_SHORT")
                .leavesNoTrace();
    }

    @Test
    void anAnswerThatIsCutShortOnceIsAskedForAgain() {
        BadNight.with(feed -> Faults.cutShortFirst(1), FEEDS).isAsQuiet(FEEDS).leavesNoTrace();
    }

    @Test
    void aTotalThatPromisesMoreThanComesLeavesTheFeedStale() {
        BadNight.with(feed -> Faults.totalOffBy(feed, 1), WITH_TOTAL)
                .shows(WITH_TOTAL, "stale WRONG_TOTAL")
                .says("civil-affairs", "the department tells of 35 records, but 34 came")
                .leavesNoTrace();
    }

    @Test
    void aTotalThatPromisesLessThanComesLeavesTheFeedStale() {
        BadNight.with(feed -> Faults.totalOffBy(feed, -1), WITH_TOTAL)
                .shows(WITH_TOTAL, "stale WRONG_TOTAL")
                .says("civil-affairs", "the department tells of 33 records, but 34 came")
                .leavesNoTrace();
    }

    @Test
    void aFileWithAnotherChecksumIsNotTaken() {
        BadNight.with(feed -> Faults.wrongChecksum(), "education")
                .shows("education", "stale CHECKSUM")
                .says("education", "the file's SHA-256 is not the one that the manifest tells")
                .leavesNoTrace();
    }

    @Test
    void aFileWithAnotherNumberOfRowsThanTheManifestTellsIsNotTaken() {
        BadNight.with(feed -> Faults.rowsOffBy(1), "education")
                .shows("education", "stale WRONG_TOTAL")
                .says("education", "the manifest tells of 116 rows, but 115 came")
                .leavesNoTrace();
    }

    @Test
    void aFileWithAnotherNumberOfLinesThanItsHeaderTellsIsNotTaken() {
        BadNight.with(feed -> Faults.rowCountOffBy(-1), "medical-insurance")
                .shows("medical-insurance", "stale WRONG_TOTAL")
                .says("medical-insurance", "the department tells of 130 rows, but 131 came")
                .leavesNoTrace();
    }

    @Test
    void aPageThatComesTwiceLeavesTheFeedStale() {
        BadNight.with(feed -> Faults.repeatedPage(feed, 1), "civil-affairs")
                .shows("civil-affairs", "stale REPEATED_PAGE")
                .says("civil-affairs", "page 2 holds the same records as an earlier page")
                .leavesNoTrace();
    }

    @Test
    void anEmptySnapshotIsHeldAndNobodyIsWithdrawn() {
        BadNight night = BadNight.with(Faults::emptySnapshot, SNAPSHOTS).shows(SNAPSHOTS, "held");
        night.says(
                "education",
                "the snapshot has 0 keys, the last one had 113; more than 20 % fewer is held."
                        + " Decide with: childfile hold approve|reject education");
        assertThat(night.books().count("select count(*) from mapping.source_record where withdrawn"))
                .isZero();
        night.leavesNoTrace();
    }

    @Test
    void aMissingRequiredColumnFailsThePullAndListsWhatWasFoundAndWanted() {
        Map<String, String> required = Map.of(
                "care-records", "kind",
                "civil-affairs", "xm",
                "education", "姓名",
                "health", "name",
                "medical-insurance", "psnName",
                "pairings", "volunteerNo",
                "political-legal", "儿童姓名",
                "public-security", "XM",
                "volunteers", "姓名");
        BadNight.with(feed -> Faults.withoutField(feed, required.getOrDefault(feed, "")), FEEDS)
                .shows(FEEDS, "stale MISSING_COLUMN")
                .says(
                        "pairings",
                        "required columns are missing: volunteerNo; found: childIdNumber, endReason, endedOn,"
                                + " pairingNo, rosterNo, startedOn, supporters; wanted: pairingNo, startedOn, volunteerNo")
                .says(
                        "volunteers",
                        "required columns are missing: 姓名; found: 编号, 性别, 身份证号, 出生日期, 职务, 妇联组织, 行政区划,"
                                + " 联系电话, 住址, 特长, 可结对数, 培训记录, 在岗状态, 背景核查日期, 更新时间; wanted: 妇联组织, 姓名, 更新时间, 编号, 行政区划")
                .leavesNoTrace();
    }

    @Test
    void anUnknownColumnIsToldOfAndHarmsNothing() {
        BadNight night = BadNight.with(Faults::unknownField, FEEDS);
        for (String feed : FEEDS) {
            assertThat(night.pull(feed).drift()).containsExactly("unknown field unexpected");
        }
        assertThat(night.run().state()).isEqualTo(Run.State.DONE);
        night.leavesNoTrace();
    }

    @Test
    void aMissingOptionalColumnIsToldOf() {
        BadNight night = BadNight.with(feed -> Faults.withoutField(feed, "班级"), "education");
        assertThat(night.pull("education").drift()).containsExactly("optional field 班级 is absent");
        assertThat(night.run().state()).isEqualTo(Run.State.DONE);
        night.leavesNoTrace();
    }

    @Test
    void xmlWithADocumentTypeIsRefused() {
        BadNight.with(feed -> Faults.documentType(), "public-security")
                .shows("public-security", "stale FORBIDDEN_XML")
                .says("public-security", "the page holds a document type or an entity; such XML is refused")
                .leavesNoTrace();
    }

    @Test
    void xmlThatReadsAFileOfThisMachineIsRefused() {
        BadNight night = BadNight.with(feed -> Faults.externalEntity(), "public-security")
                .shows("public-security", "stale FORBIDDEN_XML");
        assertThat(night.books().landed()).noneMatch(content -> content.contains("root:"));
        night.leavesNoTrace();
    }

    @Test
    void aGzipThatUnpacksBeyondMeasureIsRefused() {
        BadNight.with(Faults::gzipBomb, "education", "medical-insurance")
                .shows(List.of("education", "medical-insurance"), "stale TOO_LARGE")
                .says("education", "the answer holds more than max-unpacked allows: 4194304 bytes")
                .leavesNoTrace();
    }

    @Test
    void aWorkbookThatUnpacksBeyondMeasureIsRefused() {
        BadNight.with(feed -> Faults.workbookBomb(), "political-legal")
                .shows("political-legal", "stale TOO_LARGE")
                .says("political-legal", "the answer holds more than max-unpacked allows: 4194304 bytes")
                .leavesNoTrace();
    }

    @Test
    void theSameRecordTwiceCountsOnce() {
        BadNight.with(Faults::keyTwice, FEEDS)
                .shows("care-records", "ok, 1 new, 1 unchanged, 1 duplicates")
                .shows("civil-affairs", "ok, 34 unchanged, 1 duplicates")
                .shows("education", "ok, 1 new, 113 unchanged, 2 duplicates")
                .shows("health", "ok, 2 changed, 1 duplicates")
                .shows("medical-insurance", "ok, 1 changed, 129 unchanged, 1 quarantined, 1 duplicates")
                .shows("pairings", "ok, 1 new, 13 unchanged, 1 duplicates")
                .shows("public-security", "ok, 1 changed, 1 unchanged, 1 duplicates")
                .shows("volunteers", "ok, 2 changed, 50 unchanged, 1 duplicates")
                .leavesNoTrace();
    }
}
