package io.limner.job.doctor;

import java.io.FileNotFoundException;
import java.net.ConnectException;
import java.net.UnknownHostException;
import java.nio.file.AccessDeniedException;
import org.apache.hadoop.security.AccessControlException;

/** What a store's refusal means, and what to do about it. The S3 connector is not on the class path: its words are known by name. */
final class StoreFault {
    /** The right to look what is there. */
    static final String LIST = "s3:ListBucket of the bucket";

    private static final String KEYS =
            "set AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY (and AWS_SESSION_TOKEN, if the key is a temporary one), or give this machine a role";
    private static final int LONGEST = 300;

    private StoreFault() {}

    /** Whether nothing else can succeed after it: there is no such bucket, nobody there, or no valid key. */
    static boolean isHopeless(Exception e) {
        return noBucket(e) || unreachable(e) || noKey(e) || wrongKey(e);
    }

    /** The first line of what the store said. */
    static String message(Exception e) {
        String line = String.valueOf(e.getMessage()).lines().findFirst().orElse(e.toString());
        return line.length() > LONGEST ? line.substring(0, LONGEST) + " ..." : line;
    }

    /**
     * What to do.
     *
     * @param right what the action that failed needs of an S3 store; may be empty
     */
    static String remedy(Exception e, String right) {
        if (noKey(e)) {
            return "there are no keys: " + KEYS;
        } else if (wrongKey(e)) {
            return "the store does not know this key, or the secret is not its own: " + KEYS;
        } else if (noBucket(e)) {
            return "make the bucket, or name one that is there";
        } else if (unreachable(e)) {
            return "nobody answers: look at fs.s3a.endpoint, and at fs.s3a.path.style.access for a store that is not Amazon's";
        } else if (says(e, "Permission denied")) {
            return "whoever owns the place must let this user write there";
        } else if (has(e, AccessDeniedException.class) || has(e, AccessControlException.class)) {
            // Whatever is done with a file, the connector looks first whether it is there.
            String missing = says(e, "getFileStatus") ? LIST : right;
            return missing.isEmpty()
                    ? "look at the rights there"
                    : "whoever owns the store must allow " + missing + " here";
        } else if (has(e, FileNotFoundException.class)) {
            return "look whether something else removes files there";
        }
        return "look at the address, the keys in the environment, and whether the place may be written";
    }

    private static boolean noBucket(Exception e) {
        return named(e, "UnknownStoreException") || says(e, "NoSuchBucket");
    }

    private static boolean noKey(Exception e) {
        return named(e, "NoAuthWithAWSException") || named(e, "CredentialInitializationException");
    }

    private static boolean wrongKey(Exception e) {
        return says(e, "InvalidAccessKeyId") || says(e, "SignatureDoesNotMatch") || says(e, "ExpiredToken");
    }

    private static boolean unreachable(Exception e) {
        return has(e, UnknownHostException.class) || has(e, ConnectException.class);
    }

    private static boolean has(Throwable thrown, Class<? extends Throwable> type) {
        for (Throwable at = thrown; at != null; at = at.getCause()) {
            if (type.isInstance(at)) {
                return true;
            }
        }
        return false;
    }

    private static boolean named(Throwable thrown, String type) {
        for (Throwable at = thrown; at != null; at = at.getCause()) {
            if (at.getClass().getSimpleName().equals(type)) {
                return true;
            }
        }
        return false;
    }

    private static boolean says(Throwable thrown, String word) {
        for (Throwable at = thrown; at != null; at = at.getCause()) {
            if (at.getMessage() != null && at.getMessage().contains(word)) {
                return true;
            }
        }
        return false;
    }
}
