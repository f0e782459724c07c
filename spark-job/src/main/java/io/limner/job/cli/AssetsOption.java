package io.limner.job.cli;

import io.limner.job.execute.AssetRoot;
import io.limner.job.execute.SparkStart;
import picocli.CommandLine.Option;

/** {@code --assets}, as all commands take it. */
final class AssetsOption {
    @Option(
            names = "--assets",
            paramLabel = "ROOT",
            description =
                    "Where the files lie that the spec names under assets: a folder, with the same path on every machine, or s3a://bucket/prefix. Nothing outside it is opened.")
    private String assets;

    /** The root that was named; none if none was. */
    AssetRoot root() {
        return assets == null ? AssetRoot.NONE : AssetRoot.of(assets, SparkStart.hadoop());
    }
}
