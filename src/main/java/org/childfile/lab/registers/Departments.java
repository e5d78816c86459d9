package org.childfile.lab.registers;

import java.io.IOException;
import java.time.LocalDate;
import java.util.List;
import org.childfile.lab.world.Child;
import org.childfile.lab.world.Scenario;
import org.childfile.lab.world.Tally;
import org.childfile.lab.world.WorldPlan;
import org.jspecify.annotations.Nullable;

/** The six departments that know children. */
record Departments(
        FeedWriter<String> civilAffairs,
        FeedWriter<String> education,
        FeedWriter<String> publicSecurity,
        FeedWriter<String> health,
        FeedWriter<List<@Nullable Object>> politicalLegal,
        FeedWriter<String> medicalInsurance) {

    static Departments open(WorldPlan plan, WorldFiles files, Truth truth, Tally tally) throws IOException {
        LocalDate night = plan.firstNight();
        return new Departments(
                new FeedWriter<>(
                        new CivilAffairsRegister(night),
                        1,
                        plan,
                        files.lines("civil-affairs", "civil-affairs.ndjson", false),
                        truth,
                        tally),
                new FeedWriter<>(new EducationRegister(night), 2, plan, files.schoolRoll(), truth, tally),
                new FeedWriter<>(
                        new PublicSecurityRegister(),
                        3,
                        plan,
                        files.lines("public-security", "public-security.xml", true),
                        truth,
                        tally),
                new FeedWriter<>(
                        new HealthRegister(night), 4, plan, files.lines("health", "health.ndjson", true), truth, tally),
                new FeedWriter<>(new PoliticalLegalRegister(night), 5, plan, files.workbook(), truth, tally),
                new FeedWriter<>(
                        new MedicalInsuranceRegister(night),
                        6,
                        plan,
                        files.lines("medical-insurance", "medical-insurance.ndjson.gz", false),
                        truth,
                        tally));
    }

    /** The feeds alone, in the same order; a department's number is its place, counted from 1. */
    static List<ChildFeed<?>> feeds(LocalDate night) {
        return List.of(
                new CivilAffairsRegister(night),
                new EducationRegister(night),
                new PublicSecurityRegister(),
                new HealthRegister(night),
                new PoliticalLegalRegister(night),
                new MedicalInsuranceRegister(night));
    }

    /** Writes what all of them know about a child, notes what that tells, and gives its roster number where it has one. */
    @Nullable
    String take(Child child, Scenario fate, Evidence evidence) throws IOException {
        String rosterNo = civilAffairs.take(child, fate, evidence);
        education.take(child, fate, evidence);
        publicSecurity.take(child, fate, evidence);
        health.take(child, fate, evidence);
        politicalLegal.take(child, fate, evidence);
        medicalInsurance.take(child, fate, evidence);
        return rosterNo;
    }
}
