package io.limner.renderer.egl;

import java.util.Locale;

/** Which device a context is wanted on. */
public sealed interface DeviceChoice {

    /** A GPU if one can be opened, else the CPU. */
    record Auto() implements DeviceChoice {
        @Override
        public String toString() {
            return "auto";
        }
    }

    /** Mesa's llvmpipe. */
    record Cpu() implements DeviceChoice {
        @Override
        public String toString() {
            return "cpu";
        }
    }

    /** Any GPU; it is an error if none can be opened. */
    record AnyGpu() implements DeviceChoice {
        @Override
        public String toString() {
            return "gpu";
        }
    }

    /**
     * One NVIDIA GPU; it is an error if it cannot be opened.
     *
     * @param cudaIndex its CUDA index, which is the address that Spark's resource discovery reports
     */
    record CudaGpu(int cudaIndex) implements DeviceChoice {
        @Override
        public String toString() {
            return "gpu:" + cudaIndex;
        }
    }

    /**
     * Reads {@code auto}, {@code cpu}, {@code gpu} or {@code gpu:N}.
     *
     * @throws IllegalArgumentException if the text is none of these
     */
    static DeviceChoice parse(String text) {
        String word = text.trim().toLowerCase(Locale.ROOT);
        switch (word) {
            case "auto":
                return new Auto();
            case "cpu":
                return new Cpu();
            case "gpu":
                return new AnyGpu();
            default:
                if (word.matches("gpu:\\d{1,4}")) {
                    return new CudaGpu(Integer.parseInt(word.substring(4)));
                }
                throw new IllegalArgumentException(
                        "device = " + text + ": unknown; use auto, cpu, gpu or gpu:N (N a CUDA index)");
        }
    }
}
