package io.limner.renderer.label;

/** A drawing that contradicts itself: no row should hold it. */
public final class FaultyLabelsException extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final String code;

    /** @param code stable, upper case, as FORMAT.md lists it */
    FaultyLabelsException(String code, String message) {
        super(message);
        this.code = code;
    }

    /** The error code of the row. */
    public String code() {
        return code;
    }
}
