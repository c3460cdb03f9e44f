package io.qarion.app.designer.session;

/** What works for the project that is open. */
record Workspace(FlowChecks checks, FlowFiles files) {

  void end() {
    checks.end();
    files.end();
  }
}
