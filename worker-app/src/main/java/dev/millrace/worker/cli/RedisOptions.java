package dev.millrace.worker.cli;

import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

import dev.millrace.contract.configuration.SecretFile;
import dev.millrace.redis.RedisAddress;

/** Address and password of Redis. */
final class RedisOptions {
    @Option(
            names = "--redis",
            descriptionKey = "millrace.redis.url",
            paramLabel = "<url>",
            description = "Redis, e.g. redis://user:password@host:6379, rediss://… with TLS,"
                    + " redis-sentinel://…?master=<name>, redis-cluster://…  Default: redis://127.0.0.1:6379")
    private String redis = "redis://127.0.0.1:6379";

    @Option(
            names = "--redis-password-file",
            descriptionKey = "millrace.redis.password-file",
            paramLabel = "<file>",
            description = "File with the password of Redis, instead of one in its address. Default: none")
    private String passwordFile;

    @Spec(Spec.Target.MIXEE)
    private CommandSpec spec;

    /** @throws ParameterException if it is malformed */
    RedisAddress address() {
        String option = "--redis";
        try {
            RedisAddress address = RedisAddress.parse(redis);
            if (passwordFile == null || passwordFile.isBlank()) {
                return address;
            }
            option = "--redis-password-file";
            return address.withPassword(SecretFile.read(passwordFile));
        } catch (IllegalArgumentException e) {
            throw new ParameterException(spec.commandLine(), option + ": " + e.getMessage(), e);
        }
    }
}
