"""The peers' side of the protocol of Contender.java: say ready when warm, then a round for each line read."""

import sys
import time


def serve(measure):
    """measure() returns a round's quantities by name."""
    print("#bench ready", flush=True)
    for _ in sys.stdin:
        values = measure()
        print("#bench", *(f"{name} {value:.6f}" for name, value in values.items()), flush=True)


def seconds_per_step(seconds, step):
    """Mean time of a step over at least two steps and so many seconds."""
    start = time.perf_counter()
    steps = 0
    while steps < 2 or time.perf_counter() - start < seconds:
        step()
        steps += 1
    return (time.perf_counter() - start) / steps
