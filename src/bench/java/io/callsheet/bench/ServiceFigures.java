package io.callsheet.bench;

/**
 * What the service saw of a run. Times in milliseconds; instants since 1970.
 *
 * @param refused submits beyond the limit
 * @param statusCalls all of them
 * @param told tasks whose end somebody has asked for
 * @param meanRender of the tasks accepted
 * @param meanDelay from a task's end to the answer that told it
 * @param worstDelay likewise
 * @param firstSubmit when the first one was accepted
 * @param lastSubmit likewise
 * @param meanInFlight from the first accepted submit to the last
 */
record ServiceFigures(
    int accepted,
    int refused,
    int statusCalls,
    int told,
    double meanRender,
    double meanDelay,
    double worstDelay,
    double firstSubmit,
    double lastSubmit,
    int mostInFlight,
    double meanInFlight,
    int uploads,
    int downloads) {

  double pollsPerTask() {
    return (double) statusCalls / accepted;
  }
}
