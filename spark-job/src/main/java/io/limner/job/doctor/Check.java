package io.limner.job.doctor;

/**
 * One thing that was looked at.
 *
 * @param subject what
 * @param state how it is
 * @param finding what was seen
 * @param remedy what to do; empty if nothing
 */
public record Check(String subject, State state, String finding, String remedy) {

    /** How something is. */
    public enum State {
        /** As it should be. */
        OK,
        /** Works, though not as well as it could. */
        WEAK,
        /** Keeps Limner from working. */
        FAULT
    }

    static Check ok(String subject, String finding) {
        return new Check(subject, State.OK, finding, "");
    }

    static Check weak(String subject, String finding, String remedy) {
        return new Check(subject, State.WEAK, finding, remedy);
    }

    static Check fault(String subject, String finding, String remedy) {
        return new Check(subject, State.FAULT, finding, remedy);
    }
}
