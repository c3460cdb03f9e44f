package io.qarion.core.toml;

import io.qarion.core.problem.Span;

/** One name of a dotted key, with the place it is spelled at, quotes included. */
record KeyPart(String name, Span span) {}
