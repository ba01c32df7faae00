package dev.millrace.platform.config;

import java.util.List;

/**
 * The effective configuration of this node.
 *
 * @param settings every key with its value, by name; secrets masked
 */
public record EffectiveConfiguration(List<Setting> settings) {}
