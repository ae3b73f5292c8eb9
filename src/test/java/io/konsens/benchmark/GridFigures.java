package io.konsens.benchmark;

import java.util.List;

/**
 * How a form with many lines behaved, in milliseconds.
 *
 * @param load from the navigation until its lines were on the screen, each time
 * @param open the same from the click on its task; not a number where it was not tried
 * @param write from each key that writes until the screen showed it
 * @param move the same for each key that moves to the next field
 * @param work of the page's main thread until the form was open, and for each key
 */
record GridFigures(List<Double> load, double open, List<Double> write, List<Double> move, double[] work, String paste) {

    void print(String what, int lines) {
        System.out.printf(
                "%-14s %5d  load %5.0f  open %5.0f  key %4.0f %5.0f  next %4.0f %5.0f  work %5.0f %5.1f  %s%n",
                what,
                lines,
                Stopwatch.share(load, 50),
                open,
                Stopwatch.share(write, 50),
                Stopwatch.share(write, 95),
                Stopwatch.share(move, 50),
                Stopwatch.share(move, 95),
                work[0],
                work[1],
                paste);
    }
}
