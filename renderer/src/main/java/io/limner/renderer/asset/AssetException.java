package io.limner.renderer.asset;

/** A file of the user's cannot be used: a fault of that file, and of the samples that show it. */
public final class AssetException extends RuntimeException {
    /** Code of a file that is not there, or lies outside the root. */
    public static final String MISSING = "ASSET_MISSING";

    /** Code of a file that is another than the one that the run began with. */
    public static final String CHANGED = "ASSET_CHANGED";

    /** Code of a file that is not what its kind must be. */
    public static final String FAULTY = "ASSET_FAULTY";

    /** Code of a scene that asks for what a head of the user's does not have. */
    public static final String LACKING = "HEAD_LACKS";

    private static final long serialVersionUID = 1L;

    private final String code;

    public AssetException(String code, String message) {
        super(message);
        this.code = code;
    }

    /** The file is not what its kind must be. */
    public static AssetException faulty(String file, String why) {
        return new AssetException(FAULTY, file + ": " + why);
    }

    /** Stable, upper case; of a row that failed for it. */
    public String code() {
        return code;
    }
}
