package dev.signet.engine.report;

/**
 * One piece of advice.
 *
 * @param at index into the chain (0 is the leaf)
 */
public record Advice(AdviceCode code, int at) {}
