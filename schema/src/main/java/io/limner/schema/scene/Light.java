package io.limner.schema.scene;

/**
 * Image-based light from all around, and a key light that casts a shadow.
 *
 * @param surroundings what lights from all around
 * @param intensity scale of environment and key together; 1 exposes a frontal face correctly; 0.05 to 8
 * @param temperature colour temperature that a neutral surface of the environment takes, kelvin; 6500 leaves the environment its own
 *     colours; 2000 to 12000
 * @param key the directional key light
 */
public record Light(Surroundings surroundings, double intensity, double temperature, Key key) {
    public Light {
        Range.checkPresent("light.surroundings", surroundings);
        Range.checkPresent("light.key", key);
        Range.check("light.intensity", intensity, 0.05, 8);
        Range.check("light.temperature", temperature, 2000, 12000);
    }

    /**
     * What lights from all around.
     *
     * @param environment which environment
     * @param seed chooses the user's environment; 0 to 2^31-1
     * @param rotation turn about the vertical, degrees, 0 to 360
     */
    public record Surroundings(Environment environment, long seed, double rotation) {
        public Surroundings {
            Range.checkPresent("light.environment", environment);
            Range.checkSeed("light.environment_seed", seed);
            Range.check("light.rotation", rotation, 0, 360);
        }
    }

    /** Environments: procedural, or a picture of the user's. */
    public enum Environment {
        STUDIO,
        OFFICE,
        OVERCAST,
        NOON,
        SUNSET,
        WINDOW,
        NIGHT,
        NIGHT_STREET,
        CAR_INTERIOR,
        BACK_LIT,
        CLUB,
        NIR_ILLUMINATOR,
        CANDLE,
        USER
    }

    /**
     * The directional key light.
     *
     * @param azimuth degrees, 0 in front of the subject, positive to the subject's own left, -180 to 180
     * @param elevation degrees above the horizon, -30 to 90
     * @param intensity relative to the environment, 0 to 4
     * @param temperature correlated colour temperature in kelvin, 1500 to 12000
     * @param size angular diameter in degrees, 0 to 45: how soft the edge of its shadow is
     */
    public record Key(double azimuth, double elevation, double intensity, double temperature, double size) {
        public Key {
            Range.check("light.key_azimuth", azimuth, -180, 180);
            Range.check("light.key_elevation", elevation, -30, 90);
            Range.check("light.key_intensity", intensity, 0, 4);
            Range.check("light.key_temperature", temperature, 1500, 12000);
            Range.check("light.key_size", size, 0, 45);
        }
    }
}
