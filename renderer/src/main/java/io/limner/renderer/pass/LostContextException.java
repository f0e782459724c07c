package io.limner.renderer.pass;

/** The device lost the context, or what it held: nothing that it drew since can be trusted, and it draws nothing more. A new context may work. */
public final class LostContextException extends DrawingException {
    private static final long serialVersionUID = 1L;

    /** A context that was lost, with OpenGL's own name of the reason. */
    LostContextException(String reason) {
        super("the drawing context was lost: " + reason, null);
    }
}
