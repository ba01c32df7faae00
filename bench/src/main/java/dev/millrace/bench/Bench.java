package dev.millrace.bench;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;

import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

import dev.millrace.bench.benchmark.Part;
import dev.millrace.bench.benchmark.Peer;
import dev.millrace.bench.benchmark.Rounds;
import dev.millrace.bench.benchmark.ServerKind;
import dev.millrace.bench.benchmark.Sizes;
import dev.millrace.bench.report.BenchMetrics;
import dev.millrace.bench.report.BenchReport;
import dev.millrace.bench.report.Machine;

/** The program behind {@code bench/run}. */
@Command(
        name = "bench/run",
        description = "Measures Millrace beside what people would use instead. Results go to bench/results, and to"
                + " docs/performance.md when everything was measured.",
        sortOptions = false,
        mixinStandardHelpOptions = true)
public final class Bench implements Callable<Integer> {
    private static final int ROUNDS = 3;

    @Option(
            names = "--only",
            split = ",",
            paramLabel = "<part>",
            description = "Parts to measure of ${COMPLETION-CANDIDATES}. Default: all.")
    private List<Part> parts = List.of(Part.values());

    @Option(names = "--no-millrace", description = "Measure the peers alone.")
    private boolean noMillrace;

    @Option(
            names = "--peers",
            split = ",",
            paramLabel = "<peer>",
            description = "Beside whom, of ${COMPLETION-CANDIDATES}. Default: all with all parts, none with --only.")
    private List<Peer> peers;

    @Option(
            names = "--servers",
            split = ",",
            paramLabel = "<server>",
            description = "Where Millrace runs, of ${COMPLETION-CANDIDATES}; on WildFly only sessions are measured."
                    + " Default: all.")
    private List<ServerKind> servers = List.of(ServerKind.values());

    @Option(
            names = "--database",
            split = ",",
            paramLabel = "<name>",
            description = "h2, postgres or both, on Payara Micro. Default: both.")
    private List<String> databases = List.of("h2", "postgres");

    @Option(
            names = "--rounds",
            paramLabel = "<number>",
            description = "How often everything is measured. Default: 3; 1 with --quick.")
    private Integer rounds;

    @Option(names = "--brief", description = "Smaller sizes, sooner done.")
    private boolean brief;

    @Option(names = "--quick", description = "Small sizes, to see that everything works; the values mean little.")
    private boolean quick;

    @Option(
            names = "--redis",
            paramLabel = "<program>",
            description = "The redis-server that everything uses. Default: the one that ./run starts.")
    private Path redis;

    @Option(
            names = "--set",
            paramLabel = "<variable=value>",
            description = "Another setting of Millrace, such as MILLRACE_SERVER_OPTS=-XX:StartFlightRecording.")
    private Map<String, String> settings = Map.of();

    @Option(names = "--page", description = "Write docs/performance.md though not everything is measured.")
    private boolean page;

    @Option(
            names = "--from",
            split = ",",
            paramLabel = "<folder>",
            description = "Measure nothing; write docs/performance.md from earlier results, such as"
                    + " bench/results/2026-01-01T000000Z: each part from the first folder that has it.")
    private List<Path> earlier = List.of();

    @Spec
    private CommandSpec command;

    @Option(names = "--root", hidden = true, required = true)
    private Path root;

    public static void main(String[] arguments) {
        System.exit(new CommandLine(new Bench())
                .setCaseInsensitiveEnumValuesAllowed(true)
                .execute(arguments));
    }

    @Override
    public Integer call() {
        Path repository = root.toAbsolutePath().normalize();
        if (earlier.isEmpty()) {
            measure(repository);
        } else {
            writePage(repository);
        }
        return 0;
    }

    private void writePage(Path repository) {
        try {
            BenchReport.writePage(
                    repository.resolve("docs"),
                    earlier.stream().map(BenchReport::in).toList());
        } catch (IllegalArgumentException e) {
            throw new ParameterException(command.commandLine(), e.getMessage(), e);
        }
    }

    private void measure(Path repository) {
        Map<String, String> environment = new HashMap<>(Rounds.SETTINGS);
        environment.putAll(settings);
        int times = rounds != null ? rounds : quick ? 1 : ROUNDS;
        Sizes sizes = quick ? Sizes.QUICK : brief ? Sizes.BRIEF : Sizes.FULL;
        Path redisProgram = redis != null ? redis : repository.resolve("deploy/redis-server");
        if (!Files.exists(redisProgram)) {
            throw new ParameterException(command.commandLine(), "there is no " + redisProgram);
        }
        Machine machine = Machine.present(repository, redisProgram, sizes.toString());
        BenchMetrics metrics = new BenchMetrics();
        new Rounds(repository, redisProgram, sizes, environment, metrics)
                .perform(
                        times,
                        noMillrace ? EnumSet.noneOf(Part.class) : EnumSet.copyOf(parts),
                        EnumSet.copyOf(servers),
                        databases,
                        peers != null ? peers : isEverything() ? List.of(Peer.values()) : List.of(),
                        done -> new BenchReport(machine, environment, metrics, done)
                                .write(repository.resolve("bench/results")));
        BenchReport report = new BenchReport(machine, environment, metrics, times);
        System.out.println(report.table());
        if (page || isEverything() && !quick) {
            report.writePage(repository.resolve("docs"));
        }
    }

    private boolean isEverything() {
        return !noMillrace && parts.size() == Part.values().length && servers.size() == ServerKind.values().length;
    }
}
