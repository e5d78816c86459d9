package org.childfile.care.duties;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.childfile.care.duties.SlowDuties.Record;
import org.childfile.care.duties.SlowDuties.SlowMark;
import org.childfile.care.duties.SlowDuties.SlowPair;

/** Made-up pairs, care records and marks around a day. */
final class RandomCare {

    private final Random random;
    private final LocalDate today;

    RandomCare(Random random, LocalDate today) {
        this.random = random;
        this.today = today;
    }

    SlowPair pair(String id) {
        LocalDate since = today.minusDays(random.nextInt(900) - 20L);
        boolean ended = random.nextInt(3) == 0;
        return new SlowPair(id, since, ended ? since.plusDays(random.nextInt(700)) : null, random.nextInt(4) > 0);
    }

    /** Within the last two years and a few days ahead, also before the pair began and after it ended. */
    List<Record> records(SlowPair pair, int count) {
        List<Record> records = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            records.add(new Record(pair.id(), kind(), moment(day())));
        }
        return records;
    }

    List<SlowMark> marks(SlowPair pair, int count) {
        List<SlowMark> marks = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            marks.add(new SlowMark(pair.id(), kind(), day(), random.nextBoolean() ? "excused" : "attempted"));
        }
        return marks;
    }

    String kind() {
        return SlowDuties.KINDS.get(random.nextInt(SlowDuties.KINDS.size()));
    }

    LocalDate day() {
        return today.minusDays(random.nextInt(720) - 10L);
    }

    private Instant moment(LocalDate day) {
        return day.atStartOfDay(ZoneId.of("Asia/Shanghai"))
                .plusSeconds(random.nextInt(86_400))
                .toInstant();
    }
}
