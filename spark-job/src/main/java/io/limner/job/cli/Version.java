package io.limner.job.cli;

import io.limner.renderer.LimnerVersion;
import io.limner.schema.sample.SchemaVersion;
import io.limner.schema.spec.DatasetSpec;
import picocli.CommandLine.IVersionProvider;

/** What {@code --version} says. */
final class Version implements IVersionProvider {
    @Override
    public String[] getVersion() {
        return new String[] {
            "limner " + LimnerVersion.current(),
            "spec language " + DatasetSpec.LANGUAGE + ", dataset format " + SchemaVersion.CURRENT,
            "Java " + Runtime.version()
        };
    }
}
