package io.limner.renderer.image;

import io.limner.renderer.frame.Frame.Size;
import io.limner.schema.spec.ImageFormat;
import java.util.List;

/** Draws a sheet in a process of its own and prints how many bytes it has. */
final class ContactSheetProcess {
    private ContactSheetProcess() {}

    public static void main(String[] arguments) {
        ContactSheet sheet = new ContactSheet(new ContactSheet.Layout(0, 64, true, true));
        List<io.limner.schema.sample.FaceSample> samples =
                List.of(SampleFixture.drawn(1, new Size(64, 64)), SampleFixture.failed(2));
        System.out.println("bytes: " + sheet.encode(samples, ImageFormat.PNG).bytes().length);
    }
}
