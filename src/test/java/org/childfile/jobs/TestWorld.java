package org.childfile.jobs;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.childfile.lab.registers.WorldWriter;
import org.childfile.lab.world.WorldPlan;

/**
 * Generated worlds, each made once a JVM. Their nights lie in the past of any machine, so that no stamp of theirs is one
 * from the future.
 */
public record TestWorld(Path dir, LocalDate firstNight) {

    private static final LocalDate FIRST_NIGHT = LocalDate.of(2025, 11, 21);
    private static final Map<WorldPlan, TestWorld> MADE = new ConcurrentHashMap<>();

    /** 150 children with the usual mistakes. */
    public static TestWorld small() {
        return of(WorldPlan.of(150, 7).withFirstNight(FIRST_NIGHT));
    }

    static TestWorld of(WorldPlan plan) {
        return MADE.computeIfAbsent(plan.withFirstNight(FIRST_NIGHT), TestWorld::make);
    }

    private static TestWorld make(WorldPlan plan) {
        try {
            Path dir = TestFiles.temporary("world");
            WorldWriter.write(plan, dir, line -> {});
            return new TestWorld(dir, plan.firstNight());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public LocalDate day(int night) {
        return firstNight.plusDays(night - 1L);
    }

    /** The lines of a file of a night. */
    public java.util.List<String> lines(int night, String file) {
        try {
            return Files.readAllLines(dir.resolve("night-" + night).resolve(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
