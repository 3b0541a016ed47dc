"""Two courses in one regression on AR(1) + random walk, speeds and unknown shifts averaged: dense covariance matrices, one generalised
least squares fit for each combination, no sweeping and no state space, so that it shares nothing with the code it checks.
Needs numpy and scipy. Writes courses-data.csv (day, y; an empty y was not recorded) and courses.csv (estimate, 2.5 %, 97.5 %,
chance of a shift within ten days of day 40; one row a course). Made with numpy 1.24 and scipy 1.10."""
import numpy as np
from scipy import optimize, stats

rng = np.random.default_rng(20261129)
n = 90
starts, ends, latest = (25, 48), (70, None), (12, 12)


def response(start, end, onset):
    """Dose 1 from start to end: up in a straight line over onset + 1 days, gone a week after."""
    level, out = 0.0, np.zeros(n)
    for t in range(n):
        on = t >= start and (end is None or t < end)
        level = min(1.0, level + 1 / (onset + 1)) if on else max(0.0, level - 1 / 7)
        out[t] = level
    return out


curves = [[response(s, e, round(l * i / 3)) for i in range(4)] for s, e, l in zip(starts, ends, latest)]
noise = np.zeros(n)
for t in range(n):
    noise[t] = (0.4 * noise[t - 1] if t else 0) + rng.normal()
y = 4 - 1.5 * curves[0][1] + 0.8 * curves[1][2] + noise + 1.2 * (np.arange(n) >= 40)
y[rng.choice(n, 12, replace=False)] = np.nan
y = np.round(y, 3)
ok = ~np.isnan(y)
day = np.arange(n)[ok]
v = y[ok]
fixed = np.column_stack([np.ones(n), np.arange(n) / (n - 1) - 0.5])[ok]
fixed_ridge = [0.0, 6.0]
df = ok.sum() - 2 - 2
phis = [0, .1, .2, .3, .4, .5, .6, .7, .8, .9, .95]
wanders = [(0, .88), (.0004, .03), (.002, .03), (.01, .03), (.05, .03)]
tau2, rate, effect = 1.8 ** 2, 0.2, 0.1
places = np.arange(5, n - 4, 5)
log_rate = np.log(rate * n / len(places) / 365.25)


def whitener(phi, wander):
    gap = np.abs(day[:, None] - day[None])
    V = np.where(gap == 0, 1.0, float(phi) ** gap) / (1 - phi * phi) + wander * np.minimum.outer(day - day[0], day - day[0])
    L = np.linalg.cholesky(V)
    return np.linalg.inv(L), 2 * np.log(np.diag(L)).sum()


def fit(W, logdet, prior, speeds, shifts):
    """Estimates, errors and log evidence of the two courses at these speeds with these shifts in."""
    columns = [fixed] + [c[s][ok][:, None] for c, s in zip(curves, speeds)] + [(day >= at).astype(float)[:, None] for at in shifts]
    ridge = np.array(fixed_ridge + [effect] * 2 + [1 / tau2] * len(shifts))
    X, z = W @ np.hstack(columns), W @ v
    G = X.T @ X + np.diag(ridge)
    b = np.linalg.solve(G, X.T @ z)
    rss = z @ z - b @ (X.T @ z)
    proper = ridge > 0
    logw = (np.log(prior) - .5 * logdet - .5 * np.linalg.slogdet(G)[1] + .5 * np.log(ridge[2:]).sum() - .5 * df * np.log(rss)
            + sum(speeds) * np.log(.6) + len(shifts) * log_rate)
    return b[2:4], np.sqrt(rss / df * np.diag(np.linalg.inv(G))[2:4]), logw


structures = [(*whitener(p, w), prior) for p in phis for w, prior in wanders]
lse = lambda a: np.logaddexp.reduce(a)
total = lambda speeds: lse([fit(W, ld, prior, speeds, [])[2] for W, ld, prior in structures])
best = max(([s, s] for s in range(4)), key=total)
for turn in range(4):
    j = turn % 2
    best = max(([s if k == j else best[k] for k in range(2)] for s in range(4)), key=total)
rows = []
for j in range(2):
    parts = []
    for s in range(4):
        speeds = [s if k == j else best[k] for k in range(2)]
        for W, ld, prior in structures:
            given = []
            m, e, lw = fit(W, ld, prior, speeds, given)
            parts.append((m[j], e[j], lw, False))
            while len(given) < 4:
                more = [(at, *fit(W, ld, prior, speeds, given + [at])) for at in places if all(abs(at - g) > 10 for g in given)]
                parts += [(m2[j], e2[j], lw2, any(abs(x - 40) <= 10 for x in given + [at])) for at, m2, e2, lw2 in more]
                if lse([x[3] for x in more]) <= lw:
                    break
                at, _, _, lw = max(more, key=lambda x: x[3])
                given.append(at)
    m, e, lw, near = map(np.array, zip(*parts))
    w = np.exp(lw - lw.max())
    w /= w.sum()
    quantile = lambda p: optimize.brentq(lambda x: w @ stats.t.cdf((x - m) / e, df) - p, -20, 20, xtol=1e-12)
    rows.append((w @ m, quantile(.025), quantile(.975), w[near].sum()))
with open("courses-data.csv", "w") as f:
    f.write("day,y\n" + "".join(f"{t},{'' if np.isnan(a) else a}\n" for t, a in enumerate(y)))
with open("courses.csv", "w") as f:
    f.write("estimate,lo,hi,near\n" + "".join(",".join(f"{x:.10f}" for x in r) + "\n" for r in rows))
print(best, rows)
