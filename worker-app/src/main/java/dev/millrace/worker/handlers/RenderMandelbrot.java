package dev.millrace.worker.handlers;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Base64;
import javax.imageio.ImageIO;

import com.fasterxml.jackson.annotation.JsonProperty;

import dev.millrace.worker.api.Parameter;
import dev.millrace.worker.api.TaskContext;
import dev.millrace.worker.api.TaskHandler;
import dev.millrace.worker.api.TaskType;

@TaskType(
        name = "render_mandelbrot",
        title = "Mandelbrot set",
        description = "Draws a part of the Mandelbrot set as a PNG image.",
        example = "{\"width\": 640, \"height\": 480, \"center_x\": -0.743643, \"center_y\": 0.131825,"
                + " \"zoom\": 400, \"iterations\": 2000}")
public final class RenderMandelbrot implements TaskHandler<RenderMandelbrot.View, RenderMandelbrot.Picture> {
    private static final double PLANE_WIDTH = 3.5;

    public record View(
            @Parameter(title = "Width", help = "Pixels", defaultsTo = "640", min = 16, max = 2048) int width,
            @Parameter(title = "Height", help = "Pixels", defaultsTo = "480", min = 16, max = 2048) int height,
            @Parameter(title = "Centre, real part", defaultsTo = "-0.5", min = -2, max = 2) @JsonProperty("center_x")
                    double centerX,
            @Parameter(title = "Centre, imaginary part", defaultsTo = "0", min = -2, max = 2) @JsonProperty("center_y")
                    double centerY,
            @Parameter(title = "Zoom", defaultsTo = "1", min = 0.1, max = 1e12) double zoom,
            @Parameter(title = "Iterations", defaultsTo = "1000", min = 10, max = 100_000) int iterations) {}

    public record Picture(@Parameter(mediaType = "image/png") String image, int width, int height) {}

    @Override
    public Picture run(View view, TaskContext context) throws IOException {
        BufferedImage image = new BufferedImage(view.width(), view.height(), BufferedImage.TYPE_INT_RGB);
        double step = PLANE_WIDTH / view.zoom() / view.width();
        for (int row = 0; row < view.height(); row++) {
            context.stopIfCancelled();
            double y = view.centerY() + (row - view.height() / 2.0) * step;
            for (int column = 0; column < view.width(); column++) {
                double x = view.centerX() + (column - view.width() / 2.0) * step;
                image.setRGB(column, row, colour(x, y, view.iterations()));
            }
            context.progress((row + 1.0) / view.height(), "row " + (row + 1) + " of " + view.height());
        }
        ByteArrayOutputStream png = new ByteArrayOutputStream();
        ImageIO.write(image, "png", png);
        String data = "data:image/png;base64," + Base64.getEncoder().encodeToString(png.toByteArray());
        return new Picture(data, view.width(), view.height());
    }

    private static int colour(double x, double y, int iterations) {
        double re = 0;
        double im = 0;
        double re2 = 0;
        double im2 = 0;
        int n = 0;
        while (re2 + im2 <= 256 && n < iterations) {
            im = 2 * re * im + y;
            re = re2 - im2 + x;
            re2 = re * re;
            im2 = im * im;
            n++;
        }
        if (n == iterations) {
            return 0;
        }
        double smooth = n + 1 - Math.log(Math.log(re2 + im2) / 2) / Math.log(2);
        double depth = Math.log(smooth + 1);
        float hue = (float) (0.58 + 0.09 * Math.sin(depth * 2.4));
        float saturation = (float) (0.45 + 0.4 * Math.cos(depth * 3.1 + 0.5));
        float brightness = (float) (0.62 + 0.36 * Math.sin(depth * 4.2 - 1.2));
        return Color.HSBtoRGB(hue, saturation, brightness);
    }
}
