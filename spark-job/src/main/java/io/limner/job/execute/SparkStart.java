package io.limner.job.execute;

import java.util.Map;
import java.util.Optional;
import org.apache.hadoop.conf.Configuration;
import org.apache.spark.SparkConf;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.deploy.SparkHadoopUtil;

/** Starts Spark as Limner needs it: quietly on this machine, or as {@code spark-submit} was told. */
public final class SparkStart {
    /** Drawing slots where nobody says: all processors of this machine. */
    private static final String STANDARD_MASTER = "local[*]";

    /** In local mode Spark tries a task once; a shard is worth more. */
    private static final int LOCAL_TRIES = 4;

    /** Words that mark a secret, in the name of a setting or in its value; Spark's own list misses the last two. The presets say the same. */
    private static final String SECRETS = "(?i)secret|password|token|access[.]?key|credential|awsaccesskeyid";

    /** How long an S3 store that stays away is asked: minutes. With Hadoop's own limit for "slow down", 20 with doubled waits, it would be days. */
    private static final Map<String, String> PATIENCE = Map.of(
            "fs.s3a.attempts.maximum", "5",
            "fs.s3a.retry.limit", "5",
            "fs.s3a.retry.interval", "500ms",
            "fs.s3a.retry.throttle.limit", "4",
            "fs.s3a.connection.establish.timeout", "15s",
            "fs.s3a.connection.timeout", "60s");

    private SparkStart() {}

    /**
     * The configuration of a run.
     *
     * @param master from {@code --master}; empty for what {@code spark-submit} says, else for this machine
     */
    public static SparkConf configuration(Optional<String> master, String name) {
        SparkConf conf = new SparkConf();
        String chosen = retrying(master.orElseGet(() -> conf.get("spark.master", STANDARD_MASTER)));
        conf.setMaster(chosen).setAppName("limner " + name);
        conf.set("spark.serializer", "org.apache.spark.serializer.KryoSerializer");
        conf.set("spark.kryo.registrationRequired", "true");
        conf.set("spark.kryo.registrator", LimnerKryoRegistrator.class.getName());
        conf.setIfMissing("spark.redaction.regex", SECRETS);
        if (isLocal(chosen)) {
            conf.setIfMissing("spark.ui.enabled", "false");
            // Somebody watches.
            conf.setIfMissing("spark.executor.heartbeatInterval", "1s");
            conf.setIfMissing("spark.driver.bindAddress", "127.0.0.1");
            conf.setIfMissing("spark.driver.host", "127.0.0.1");
        }
        return conf;
    }

    /**
     * Starts Spark.
     *
     * @throws SparkStoppedException if the cluster refused the application
     */
    public static JavaSparkContext start(SparkConf conf) {
        try {
            return new JavaSparkContext(conf);
        } catch (IllegalStateException
                | NullPointerException e) { // Spark stops itself on another thread, and falls over what is gone.
            throw new SparkStoppedException(e);
        }
    }

    /**
     * Hadoop's configuration with what Spark adds to it: {@code spark.hadoop.*} and the keys in the environment. Where nobody says how often
     * a store is asked again, it is asked for minutes.
     */
    public static Configuration hadoop() {
        Configuration hadoop = SparkHadoopUtil.get().newConfiguration(new SparkConf());
        PATIENCE.forEach((name, value) -> {
            String[] said = hadoop.getPropertySources(name);
            if (said == null || said[said.length - 1].equals("core-default.xml")) {
                hadoop.set(name, value);
            }
        });
        return hadoop;
    }

    /** How many slots a local master has; 1 for any other, whose size only the cluster knows. */
    public static int slots(Optional<String> master) {
        String chosen = master.orElse(STANDARD_MASTER);
        if (!chosen.startsWith("local[")) {
            return 1;
        }
        String count = chosen.substring("local[".length()).replaceAll("[,\\]].*", "");
        return count.equals("*") ? Runtime.getRuntime().availableProcessors() : Integer.parseInt(count);
    }

    /** Whether a run with this configuration draws in this process. */
    public static boolean isLocal(SparkConf conf) {
        return isLocal(conf.get("spark.master"));
    }

    /** The same, before there is a configuration and without starting anything of Spark's. */
    public static boolean isLocal(Optional<String> master) {
        return isLocal(master.orElseGet(() -> System.getProperty("spark.master", STANDARD_MASTER)));
    }

    private static boolean isLocal(String master) {
        return master.equals("local") || master.startsWith("local[");
    }

    private static String retrying(String master) {
        if (master.equals("local")) {
            return "local[1," + LOCAL_TRIES + "]";
        }
        return master.matches("local\\[(\\d+|\\*)]")
                ? master.substring(0, master.length() - 1) + "," + LOCAL_TRIES + "]"
                : master;
    }
}
