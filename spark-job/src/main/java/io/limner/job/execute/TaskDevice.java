package io.limner.job.execute;

import org.apache.spark.TaskContext;
import org.apache.spark.resource.ResourceInformation;

/** The device of a task: the GPU that Spark gave it, unless the processor or a certain GPU was asked for. */
public final class TaskDevice {
    private TaskDevice() {}

    /**
     * The device on which the task of this thread is to draw.
     *
     * @param asked {@code auto}, {@code cpu}, {@code gpu} or {@code gpu:N}
     */
    public static String of(String asked) {
        TaskContext task = TaskContext.get();
        ResourceInformation gpu = task == null ? null : task.resourcesJMap().get("gpu");
        return of(asked, gpu == null ? new String[0] : gpu.addresses());
    }

    static String of(String asked, String[] gpuAddresses) {
        boolean open = "auto".equals(asked) || "gpu".equals(asked);
        return open && gpuAddresses.length > 0 ? "gpu:" + gpuAddresses[0] : asked;
    }
}
