package io.opslore.ingest.tika;

import io.opslore.ingest.IngestState.Reason;
import io.opslore.ingest.extract.Converter;
import io.opslore.ingest.extract.ExtractionFailed;
import java.io.InputStream;
import org.springframework.stereotype.Component;

/** Converts documents in other processes. */
@Component
class Workers implements Converter {

    @Override
    public Converted convert(Kind kind, InputStream bytes, long size) throws ExtractionFailed {
        throw new ExtractionFailed(Reason.UNSUPPORTED_TYPE, kind.name());
    }
}
