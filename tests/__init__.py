"""The tests, the quality scores and the benchmarks."""
