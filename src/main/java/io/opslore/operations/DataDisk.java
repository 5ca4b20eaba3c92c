package io.opslore.operations;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import io.opslore.health.Condition;
import io.opslore.health.Dependency;
import io.opslore.health.DiskRoom;
import io.opslore.health.Latest;
import io.opslore.health.Looks;
import java.io.IOException;
import org.springframework.stereotype.Component;

/** The disk of the data folder. */
@Component
class DataDisk implements Dependency, MeterBinder {

    private final DataFolder folder;
    private final Latest<DiskRoom> room;

    DataDisk(DataFolder folder, Looks looks) {
        this.folder = folder;
        room = looks.repeat("data-disk-room", Looks.USUALLY, () -> DiskRoom.of(folder.path()));
    }

    @Override
    public String name() {
        return "data-disk";
    }

    @Override
    public Condition look() throws IOException {
        return DiskRoom.look(folder.path());
    }

    @Override
    public void bindTo(MeterRegistry meters) {
        Gauge.builder("opslore.data.disk.free", () -> room.number(DiskRoom::free))
                .baseUnit("bytes")
                .description("Room left on the disk of the data folder")
                .register(meters);
        Gauge.builder("opslore.data.disk.size", () -> room.number(DiskRoom::total))
                .baseUnit("bytes")
                .description("Size of the disk of the data folder")
                .register(meters);
    }
}
