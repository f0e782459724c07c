package io.limner.job.source;

import io.limner.job.config.BadInputException;
import io.limner.job.execute.AssetRoot;
import io.limner.job.execute.FaceSamplers;
import io.limner.job.execute.SamplerFactory;
import io.limner.job.execute.SparkStart;
import io.limner.schema.design.SceneDesign;
import io.limner.schema.sample.Columns;
import io.limner.schema.spec.DatasetSpec;
import io.limner.schema.spec.SpecReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.Map;
import org.apache.spark.sql.connector.catalog.Table;
import org.apache.spark.sql.connector.catalog.TableProvider;
import org.apache.spark.sql.connector.expressions.Transform;
import org.apache.spark.sql.sources.DataSourceRegister;
import org.apache.spark.sql.types.StructType;
import org.apache.spark.sql.util.CaseInsensitiveStringMap;

/**
 * A spec as a table. The spec is what is loaded, or the option {@code spec}, which tables in SQL use. Other options: {@code device} as {@code --device}, {@code assets} as {@code --assets}, {@code slot}, {@code thread} or
 * {@code process}, {@code shardSize}, the samples of a partition, and {@code set.KEY} for each key of the spec that is to have another
 * value, as {@code --set KEY=VALUE}; all can be left out. The spec's file is read on the driver.
 */
public class LimnerSource implements TableProvider, DataSourceRegister {
    private final SamplerFactory factory;

    /** Rows drawn by the renderer. Spark calls this. */
    public LimnerSource() {
        this(FaceSamplers.RENDERER);
    }

    /** Rows drawn by other samplers. */
    protected LimnerSource(SamplerFactory factory) {
        this.factory = factory;
    }

    @Override
    public String shortName() {
        return "limner";
    }

    @Override
    public StructType inferSchema(CaseInsensitiveStringMap options) {
        return SparkColumns.schema(Columns.of(spec(options)));
    }

    @Override
    public Table getTable(StructType schema, Transform[] partitioning, Map<String, String> properties) {
        CaseInsensitiveStringMap options = new CaseInsensitiveStringMap(properties);
        TableOptions chosen = TableOptions.of(options);
        DatasetSpec spec = spec(options);
        return new LimnerTable(spec, chosen, chosen.around(factory.with(root(options)), spec));
    }

    private static DatasetSpec spec(CaseInsensitiveStringMap options) {
        // Spark's catalog takes the path of a table for a place in its warehouse, where it is a relative one.
        String path = options.getOrDefault("spec", options.get("path"));
        if (path == null) {
            throw new BadInputException(
                    "format(\"limner\") needs a spec: load(\"spec.yaml\"), in SQL OPTIONS (spec 'spec.yaml')");
        }
        DatasetSpec spec = SpecReader.read(
                path.startsWith("file:") ? Path.of(URI.create(path)) : Path.of(path), TableOptions.overrides(options));
        try {
            spec = root(options).pinned(spec);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        new SceneDesign(spec).probe();
        return spec;
    }

    private static AssetRoot root(CaseInsensitiveStringMap options) {
        String named = options.get("assets");
        return named == null ? AssetRoot.NONE : AssetRoot.of(named, SparkStart.hadoop());
    }
}
