package dev.millrace.bench.report;

import java.util.List;
import java.util.Locale;

/** A bar chart as SVG: one bar below the other, each with a mark from its lowest to its highest value. */
final class BarChart {
    private static final int WIDTH = 720;
    private static final int LEFT = 260;
    private static final int RIGHT = 110;
    private static final int ROW = 30;
    private static final int TOP = 44;

    private BarChart() {}

    /**
     * One bar.
     *
     * @param own whether the bar is one of Millrace's, which have a colour of their own
     */
    record Bar(String label, BenchMetric metric, boolean own) {}

    static String svg(String title, List<Bar> bars) {
        double greatest =
                bars.stream().mapToDouble(bar -> bar.metric().greatest()).max().orElse(1);
        double scale = (WIDTH - LEFT - RIGHT) / Math.max(greatest, Double.MIN_NORMAL);
        StringBuilder svg = new StringBuilder();
        int height = TOP + bars.size() * ROW + 10;
        svg.append("<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 " + WIDTH + " " + height + "\" role=\"img\""
                + " font-family=\"sans-serif\" font-size=\"13\"><title>" + escaped(title) + "</title>\n"
                + "<rect width=\"" + WIDTH + "\" height=\"" + height + "\" fill=\"#ffffff\"/>\n"
                + "<text x=\"12\" y=\"26\" font-size=\"15\" font-weight=\"bold\" fill=\"#1f2933\">" + escaped(title)
                + "</text>\n");
        for (int i = 0; i < bars.size(); i++) {
            append(svg, bars.get(i), TOP + i * ROW, scale);
        }
        return svg.append("</svg>\n").toString();
    }

    private static void append(StringBuilder svg, Bar bar, int y, double scale) {
        BenchMetric metric = bar.metric();
        int middle = y + 11;
        svg.append("<text x=\"" + (LEFT - 8) + "\" y=\"" + (middle + 4) + "\" text-anchor=\"end\" fill=\"#1f2933\">"
                + escaped(bar.label()) + "</text>\n");
        svg.append(String.format(
                Locale.ROOT,
                "<rect x=\"%d\" y=\"%d\" width=\"%.1f\" height=\"22\" fill=\"%s\"/>%n",
                LEFT,
                y,
                metric.median() * scale,
                bar.own() ? "#1c7ed6" : "#adb5bd"));
        svg.append(String.format(
                Locale.ROOT,
                "<line x1=\"%.1f\" y1=\"%d\" x2=\"%.1f\" y2=\"%d\" stroke=\"#1f2933\"/>%n",
                LEFT + metric.least() * scale,
                middle,
                LEFT + metric.greatest() * scale,
                middle));
        svg.append(String.format(
                Locale.ROOT,
                "<text x=\"%.1f\" y=\"%d\" fill=\"#1f2933\">%s %s</text>%n",
                LEFT + metric.greatest() * scale + 6,
                middle + 4,
                ReadableNumbers.shown(metric.median()),
                escaped(metric.unit())));
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }
}
