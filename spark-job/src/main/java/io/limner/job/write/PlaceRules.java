package io.limner.job.write;

import io.limner.job.config.BadInputException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.Path;

/** What a store cannot hold, and what should not go to it, is known before anything is sent. */
public final class PlaceRules {
    /** Set to {@code true}, a store elsewhere may be spoken to without encryption. */
    public static final String PLAIN_HTTP = "limner.store.plain-http";

    /** Of an object's name in S3. */
    private static final int LONGEST_KEY = 1024;
    /** Of one name in a path of this machine. */
    private static final int LONGEST_NAME = 255;
    /** Characters of such a name that are said. */
    private static final int SHOWN = 80;
    /** For what a dataset has below its own place; no name there is longer. */
    private static final int BELOW = 80;

    private PlaceRules() {}

    /**
     * Refuses a place by its address and the settings alone.
     *
     * @param given how people gave it, as {@code s3a://bucket/faces}
     * @throws BadInputException with the rule and the remedy
     */
    public static void check(String given, Path place, Configuration configuration) {
        URI uri = place.toUri();
        if ("s3a".equals(uri.getScheme())) {
            int length = bytes(uri.getPath()) - 1;
            if (length > LONGEST_KEY - BELOW) {
                throw new BadInputException(beginning(given) + " ...: this prefix has " + length
                        + " bytes, and a store's names hold " + LONGEST_KEY + ", of which a dataset needs " + BELOW
                        + " for its own; choose a prefix of at most " + (LONGEST_KEY - BELOW) + " bytes");
            }
            checkEncrypted(given, uri.getHost(), configuration);
        } else if ("file".equals(uri.getScheme())) {
            for (String name : uri.getPath().split("/")) {
                if (bytes(name) > LONGEST_NAME) {
                    throw new BadInputException(beginning(given) + " ...: a folder's name there has " + bytes(name)
                            + " bytes, and may have " + LONGEST_NAME + "; choose a shorter one");
                }
            }
        }
    }

    /** Signed requests do not show the secret, but whoever listens can read and change what is sent. */
    private static void checkEncrypted(String given, String bucket, Configuration configuration) {
        String endpoint = setting(configuration, bucket, "endpoint", "");
        boolean plain = endpoint.toLowerCase(Locale.ROOT).startsWith("http://")
                || (!endpoint.isEmpty()
                        && !endpoint.contains("://")
                        && setting(configuration, bucket, "connection.ssl.enabled", "true")
                                .equalsIgnoreCase("false"));
        String host = endpoint.replaceFirst("^(?i)http://", "")
                .replaceFirst("[/?].*", "")
                .replaceFirst(":\\d+$", "");
        if (plain && !isThisMachine(host) && !configuration.getBoolean(PLAIN_HTTP, false)) {
            throw new BadInputException(given + ": fs.s3a.endpoint = http://" + host
                    + " is another machine, and everybody on the way could read and change what is sent; give it as https://, or say "
                    + "spark.hadoop." + PLAIN_HTTP + "=true if the network between is yours");
        }
    }

    /** As Hadoop reads it: a bucket's own setting counts before the setting of all. */
    private static String setting(Configuration configuration, String bucket, String name, String standard) {
        String all = configuration.getTrimmed("fs.s3a." + name, standard);
        return configuration.getTrimmed("fs.s3a.bucket." + bucket + "." + name, all);
    }

    /** Said by the name alone: what a name leads to may change between this question and the next. */
    private static boolean isThisMachine(String host) {
        return host.equals("localhost") || host.equals("[::1]") || host.matches("127(\\.\\d{1,3}){3}");
    }

    private static String beginning(String given) {
        return given.substring(0, Math.min(given.length(), SHOWN));
    }

    private static int bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8).length;
    }
}
