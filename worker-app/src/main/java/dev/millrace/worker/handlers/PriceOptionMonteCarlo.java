package dev.millrace.worker.handlers;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

import com.fasterxml.jackson.annotation.JsonProperty;

import dev.millrace.worker.api.Parameter;
import dev.millrace.worker.api.TaskContext;
import dev.millrace.worker.api.TaskHandler;
import dev.millrace.worker.api.TaskType;

@TaskType(
        name = "price_option_monte_carlo",
        title = "Price an option",
        description = "Prices a European option by Monte Carlo simulation under geometric Brownian motion.",
        example = "{\"kind\": \"CALL\", \"spot\": 100, \"strike\": 105, \"rate\": 0.03, \"volatility\": 0.2,"
                + " \"years\": 1, \"paths\": 20000000}")
public final class PriceOptionMonteCarlo
        implements TaskHandler<PriceOptionMonteCarlo.Option, PriceOptionMonteCarlo.Estimate> {
    private static final int POINTS = 50;

    public enum Kind {
        CALL,
        PUT
    }

    public record Option(
            @Parameter(title = "Kind", defaultsTo = "\"CALL\"") Kind kind,
            @Parameter(title = "Spot price", defaultsTo = "100", min = 0.0001, max = 1e9) double spot,
            @Parameter(title = "Strike price", defaultsTo = "105", min = 0.0001, max = 1e9) double strike,
            @Parameter(title = "Interest rate", help = "A year, 0.03 = 3 %", defaultsTo = "0.03", min = -1, max = 1)
                    double rate,
            @Parameter(title = "Volatility", help = "A year, 0.2 = 20 %", defaultsTo = "0.2", min = 0, max = 5)
                    double volatility,
            @Parameter(title = "Years to expiry", defaultsTo = "1", min = 0.001, max = 100) double years,
            @Parameter(title = "Paths", help = "Up to 100 million", defaultsTo = "20000000", min = 1000, max = 1e8)
                    long paths,
            @Parameter(title = "Seed", help = "The same seed gives the same price", defaultsTo = "42")
                    @JsonProperty("seed")
                    long seed) {}

    public record Point(long paths, double price) {}

    public record Estimate(double price, double standardError, List<Point> convergence) {}

    @Override
    public Estimate run(Option option, TaskContext context) {
        SplittableRandom random = new SplittableRandom(option.seed());
        double drift = (option.rate() - option.volatility() * option.volatility() / 2) * option.years();
        double spread = option.volatility() * Math.sqrt(option.years());
        double discount = Math.exp(-option.rate() * option.years());
        double sign = option.kind() == Kind.CALL ? 1 : -1;
        List<Point> convergence = new ArrayList<>();
        double sum = 0;
        double squares = 0;
        long done = 0;
        for (int point = 1; point <= POINTS; point++) {
            long until = option.paths() * point / POINTS;
            for (; done < until; done++) {
                if (done % 100_000 == 0) {
                    context.stopIfCancelled();
                    context.progress((double) done / option.paths(), done + " paths");
                }
                double end = option.spot() * Math.exp(drift + spread * random.nextGaussian());
                double payoff = discount * Math.max(0, sign * (end - option.strike()));
                sum += payoff;
                squares += payoff * payoff;
            }
            convergence.add(new Point(done, sum / done));
        }
        double mean = sum / done;
        double variance = Math.max(0, squares / done - mean * mean);
        return new Estimate(mean, Math.sqrt(variance / done), convergence);
    }
}
