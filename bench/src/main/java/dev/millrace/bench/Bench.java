package dev.millrace.bench;

import java.nio.file.Path;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;

import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

import dev.millrace.bench.measure.Part;
import dev.millrace.bench.measure.Peer;
import dev.millrace.bench.measure.Rounds;
import dev.millrace.bench.measure.Server;
import dev.millrace.bench.measure.Sizes;
import dev.millrace.bench.report.Figures;
import dev.millrace.bench.report.Machine;
import dev.millrace.bench.report.Report;

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
    private List<Server> servers = List.of(Server.values());

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

    @Option(names = "--quick", description = "Small sizes, to see that everything works; the figures say little.")
    private boolean quick;

    @Option(
            names = "--set",
            paramLabel = "<variable=value>",
            description = "Another setting of Millrace, such as MILLRACE_SERVER_OPTS=-XX:StartFlightRecording.")
    private Map<String, String> settings = Map.of();

    @Option(names = "--page", description = "Write docs/performance.md though not everything is measured.")
    private boolean page;

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
        boolean all = !noMillrace && parts.size() == Part.values().length && servers.size() == Server.values().length;
        Figures figures = new Figures();
        Map<String, String> environment = new HashMap<>(Rounds.SETTINGS);
        environment.putAll(settings);
        int times = rounds != null ? rounds : quick ? 1 : ROUNDS;
        Sizes sizes = quick ? Sizes.QUICK : brief ? Sizes.BRIEF : Sizes.FULL;
        new Rounds(repository, sizes, environment, figures)
                .perform(
                        times,
                        noMillrace ? EnumSet.noneOf(Part.class) : EnumSet.copyOf(parts),
                        EnumSet.copyOf(servers),
                        databases,
                        peers != null ? peers : all ? List.of(Peer.values()) : List.of());
        Report report = new Report(Machine.present(repository, sizes.toString()), environment, figures, times);
        System.out.println(report.table());
        report.write(repository.resolve("bench/results"));
        if (page || all && !quick) {
            report.writePage(repository.resolve("docs"));
        }
        return 0;
    }
}
