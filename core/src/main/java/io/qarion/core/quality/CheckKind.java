package io.qarion.core.quality;

/** What a check looks for. */
public sealed interface CheckKind permits RowCheck, SetCheck {}
