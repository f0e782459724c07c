package io.limner.renderer.pass;

/** This device cannot draw what is asked for, however often it is tried. The message says which limit is in the way. */
public final class UnfitDeviceException extends DrawingException {
    private static final long serialVersionUID = 1L;

    public UnfitDeviceException(String message) {
        super(message, null);
    }
}
