package org.childfile.jobs;

import java.util.List;
import org.childfile.database.DatabaseAddress;
import org.childfile.lab.world.WorldPlan;

/**
 * Two nights of a small world whose feeds take pushes, once a JVM.
 *
 * @param first the warehouse after the first night
 * @param second and after the second one
 * @param before what the first night brought
 * @param told what the second night brought, as far as it can be pushed
 */
record PushedNights(
        Nights nights,
        DatabaseAddress first,
        DatabaseAddress second,
        List<Pushes.Told> told,
        List<Pushes.Told> before) {

    private static final class Shared {
        private static final PushedNights PUSHED = start();
    }

    static PushedNights get() {
        return Shared.PUSHED;
    }

    private static PushedNights start() {
        TestWorld world = TestWorld.of(WorldPlan.of(200, 12).withMistakes(3));
        Nights nights = Nights.start(world, Pushes.connectors(), TestFiles.mappings(), Pushes.ENVIRONMENT);
        List<Pushes.Told> before = Pushes.of(nights, nights.run(1));
        DatabaseAddress first = nights.keep();
        List<Pushes.Told> told = Pushes.of(nights, nights.run(2));
        return new PushedNights(nights, first, nights.keep(), told, before);
    }
}
