package org.childfile;

import static org.assertj.core.api.Assertions.assertThat;

import com.h3xstream.findsecbugs.injection.sql.SqlInjectionDetector;
import edu.umd.cs.findbugs.BugCollectionBugReporter;
import edu.umd.cs.findbugs.BugInstance;
import edu.umd.cs.findbugs.DetectorFactoryCollection;
import edu.umd.cs.findbugs.FindBugs2;
import edu.umd.cs.findbugs.Plugin;
import edu.umd.cs.findbugs.Priorities;
import edu.umd.cs.findbugs.Project;
import edu.umd.cs.findbugs.config.UserPreferences;
import java.net.URI;
import java.nio.file.Path;
import org.childfile.planted.insecure.Insecure;
import org.junit.jupiter.api.Test;

/** The security rules of the build, by their own settings, on planted mistakes. */
class SecurityRulesTest {

    @Test
    void plantedMistakesAreFound() throws Exception {
        URI rules = SqlInjectionDetector.class
                .getProtectionDomain()
                .getCodeSource()
                .getLocation()
                .toURI();
        Plugin.loadCustomPlugin(Path.of(rules).toFile(), null);
        try (Project project = new Project();
                FindBugs2 search = new FindBugs2()) {
            Path classes = Path.of(Insecure.class
                    .getProtectionDomain()
                    .getCodeSource()
                    .getLocation()
                    .toURI());
            project.addFile(classes.resolve("org/childfile/planted/insecure").toString());
            BugCollectionBugReporter found = new BugCollectionBugReporter(project);
            found.setPriorityThreshold(Priorities.NORMAL_PRIORITY);
            search.setProject(project);
            search.setBugReporter(found);
            search.setDetectorFactoryCollection(DetectorFactoryCollection.instance());
            search.setUserPreferences(UserPreferences.createDefaultUserPreferences());
            search.addFilter("src/spotbugs/include.xml", true);
            search.addFilter("src/spotbugs/exclude.xml", false);
            search.execute();

            assertThat(found.getBugCollection().getCollection())
                    .extracting(BugInstance::getType)
                    .containsExactlyInAnyOrder(
                            "SQL_INJECTION_JDBC",
                            "SQL_NONCONSTANT_STRING_PASSED_TO_EXECUTE",
                            "COMMAND_INJECTION",
                            "WEAK_MESSAGE_DIGEST_MD5",
                            "PREDICTABLE_RANDOM");
        }
    }
}
