package io.qarion.core.expression;

/** The functions of the expression language. */
public final class FunctionCatalog {

  private FunctionCatalog() {}
}
