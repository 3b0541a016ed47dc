"""Means, variances and tails of a normal beyond a bound, by numerical integration. Writes bad-days.csv. Needs numpy and scipy."""
import numpy as np
from scipy import integrate, stats

rows = []
for mean, spread, bound, threshold in [(4, 1.5, 6, 7), (4, 1.5, 3, 6.5), (2.5, .8, 6, 7), (5, 2, 5, 5), (0, 1, 4, 4.5)]:
    d = stats.norm(mean, spread)
    top = mean + 40 * spread if bound < mean + 30 * spread else bound + 10 * spread
    f = lambda g: integrate.quad(lambda x: g(x) * d.pdf(x) / d.sf(bound), bound, top, epsabs=1e-13, epsrel=1e-12, limit=500, points=[bound + spread])[0]
    m = f(lambda x: x)
    rows.append((mean, spread, bound, threshold, m, f(lambda x: (x - m) ** 2), min(1, f(lambda x: float(x >= threshold)) if threshold <= bound else d.sf(threshold) / d.sf(bound))))
with open("bad-days.csv", "w") as out:
    out.write("mean,spread,bound,threshold,beyond,variance,chance\n" + "".join(",".join(f"{x:.9f}" for x in r) + "\n" for r in rows))
print(rows)
