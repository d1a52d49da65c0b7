"""DeLong's placements by their definition, every pair of images looked at, on made-up whole numbers with many ties.

    /usr/bin/python3 delong.py

prints the numbers in PairedTestsTest: both areas, their variances and covariance, z and p.
"""
from math import erfc, sqrt

SIZE = 60
positive = [(i * 29 % 41) % 3 == 0 for i in range(SIZE)]
first = [(37 * i * i + 11 * i) % 23 + (6 if positive[i] else 0) for i in range(SIZE)]
second = [(7 * i * i + 53 * i) % 17 + (2 if positive[i] else 0) for i in range(SIZE)]


def placements(scores):
    above = [scores[i] for i in range(SIZE) if positive[i]]
    below = [scores[i] for i in range(SIZE) if not positive[i]]
    wins = [[1.0 if a > b else 0.5 if a == b else 0.0 for b in below] for a in above]
    return [sum(row) / len(below) for row in wins], [sum(column) / len(above) for column in zip(*wins)]


def covariance(x, y):
    x_mean, y_mean = sum(x) / len(x), sum(y) / len(y)
    return sum((a - x_mean) * (b - y_mean) for a, b in zip(x, y)) / (len(x) - 1) / len(x)


def both(one, other):
    return covariance(one[0], other[0]) + covariance(one[1], other[1])


one, other = placements(first), placements(second)
areas = [sum(p[0]) / len(p[0]) for p in (one, other)]
variances = both(one, one), both(other, other), both(one, other)
z = (areas[0] - areas[1]) / sqrt(variances[0] + variances[1] - 2 * variances[2])
print(*areas, *variances, z, erfc(abs(z) / sqrt(2)), sep="\n")
